using Plus.Kernel.Ids;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Engine;

namespace Plus.Functions.Tests.Figures;

/// <summary>
/// Strategy indicators 3.1.5.1 and 3.1.5.2: electronically signed documents sent to state and municipal bodies, and to natural
/// persons, each of all documents sent to the same in the calendar year.
/// </summary>
public sealed class ESignedShareTests
{
    [Fact]
    public async Task Share_IsOfAllThatWasSentToTheSameKindOfRecipientInTheYear()
    {
        await using var scene = await FigureScene.NewAsync();
        var client = await scene.ClientAsync();
        foreach (var kind in new[] { "court", "prosecutor", "police", "prison", "state", "municipality" })
        {
            await SendAsync(scene, client, "electronic", (kind, "2023-06-01 12:00+03"));
        }

        // One document to two bodies and a person counts once for each of them.
        await SendAsync(
            scene,
            client,
            "paper",
            ("court", "2023-06-01 12:00+03"),
            ("police", "2023-06-02 12:00+03"),
            ("person", "2023-06-02 12:00+03")
        );
        await SendAsync(scene, client, "electronic", ("person", "2023-06-03 12:00+03"));
        await SendAsync(scene, client, "serviceDevice", ("person", "2023-06-03 12:00+03"));
        // To neither: a company. Not sent: no day of sending. Failed on its way: sent all the same.
        await SendAsync(scene, client, "electronic", ("legalPerson", "2023-06-03 12:00+03"), ("person", null));
        await SendAsync(scene, client, "paper", ("person", "2023-07-01 12:00+03"));
        // The legal day is the day in Riga: the last minute of 2022 in UTC is 2023 there, and the same a year later is not.
        await SendAsync(scene, client, "paper", ("state", "2022-12-31 23:30+00"), ("state", "2023-12-31 23:30+00"));

        Assert.Equal(9, await scene.FigureAsync("documents.sent_institutions"));
        Assert.Equal(4, await scene.FigureAsync("documents.sent_persons"));
        Assert.Equal(66.67m, await scene.FigureAsync("documents.esigned_institutions"));
        Assert.Equal(25m, await scene.FigureAsync("documents.esigned_persons"));
        Assert.Equal(9, (await scene.RowsAsync("documents.sent_institutions")).Total);
        Assert.Equal(0m, await scene.FigureAsync("documents.esigned_institutions", 2024));
        // A share of nothing is no data.
        Assert.Null(await scene.FigureAsync("documents.esigned_persons", 2024));
    }

    [Fact]
    public async Task ShareOfAnOffice_IsThatOfItsOwnSections()
    {
        await using var scene = await FigureScene.NewAsync();
        var client = await scene.ClientAsync();
        var (own, other) = (await scene.OfficeAsync("RA-CEN"), await scene.OfficeAsync("RR-KUR"));
        var here = await scene.SectionAsync(client, "community_work", "05.05.2022", office: own);
        var there = await scene.SectionAsync(client, "community_work", "05.05.2022", office: other);
        await SendAsync(scene, client, "electronic", here, ("court", "2023-06-01 12:00+03"));
        await SendAsync(scene, client, "paper", there, ("court", "2023-06-01 12:00+03"));

        var figures = await scene.FiguresAsync(2023, LegalParameters.Embedded, [own]);

        Assert.Equal(1, figures.Find("documents.sent_institutions")!.Value.Number);
        Assert.Equal(100, figures.Find("documents.esigned_institutions")!.Value.Number);
    }

    private static Task SendAsync(
        FigureScene scene,
        ClientId client,
        string signed,
        params (string Kind, string? SentAt)[] copies
    ) => SendAsync(scene, client, signed, null, copies);

    private static async Task SendAsync(
        FigureScene scene,
        ClientId client,
        string signed,
        Guid? section,
        params (string Kind, string? SentAt)[] copies
    )
    {
        var id = Guid.CreateVersion7();
        await scene.DoAsync(
            """
            insert into documents.document (id, client_id, section_id, kind, direction, state, registered_on, language, source, last_version,
                signed_how, signed_at, signed_version)
            values ($1, $2, $3::uuid, 'letter', 'outgoing', 'sent', '2023-06-01', 'lv', 'plus', 1, $4, now(), 1)
            """,
            id,
            client.Value,
            section,
            signed
        );
        foreach (var (kind, sentAt) in copies)
        {
            await scene.DoAsync(
                """
                insert into documents.document_recipient (id, document_id, client_id, kind, name, channel, state, sent_at)
                values (gen_random_uuid(), $1, $2, $3, 'Adresāts', 'post', 'sent', $4::text::timestamptz)
                """,
                id,
                client.Value,
                kind,
                sentAt
            );
        }
    }
}
