using System.Text.Json.Nodes;

namespace Plus.Shared.Tests.Takeover;

/// <summary>A row that changed in the old system corrects its record; history stays.</summary>
public sealed class CorrectionTests : IAsyncLifetime
{
    private TakeoverHouse house = null!;
    private TakeoverFolder folder = null!;

    public async ValueTask InitializeAsync()
    {
        house = await TakeoverHouse.NewAsync();
        folder = TakeoverSample.Small();
        await house.TakeAsync(folder.Write());
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return house.DisposeAsync();
    }

    [Fact]
    public async Task Client_BearsTheNewNameAndKeepsTheOldOne()
    {
        var client = folder.Row("clients", "k2");
        client["surname"] = "Kalniņa-Liepa";
        client["phone"] = "+371 29999999";
        client["declaredAddress"] = "Jauna iela 5, Tukums";

        var report = await house.TakeAsync(folder.Write());

        Assert.Equal("reconciled", (string?)report["verdict"]);
        Assert.Equal(1L, Corrected(report, "clients"));
        Assert.Equal(3L, await house.ScalarAsync<long>("SELECT count(*) FROM clients.client"));
        Assert.Equal(
            1L,
            await house.ScalarAsync<long>("SELECT count(*) FROM clients.client WHERE surname = 'Kalniņa-Liepa'")
        );
        Assert.Equal(
            3L,
            await house.ScalarAsync<long>(
                "SELECT count(*) FROM clients.client_name n JOIN clients.client c ON c.id = n.client_id WHERE c.surname = 'Kalniņa-Liepa'"
            )
        );
        Assert.Equal(
            "2026-11-20",
            await house.ScalarAsync<string>(
                "SELECT valid_to::text FROM clients.client_reach WHERE value = '+371 20000000' AND valid_to IS NOT NULL"
            )
        );
        Assert.Equal(
            1L,
            await house.ScalarAsync<long>(
                """SELECT count(*) FROM audit.process WHERE type = 'takeover.corrected' AND changes::text LIKE '%"Surname": [%Kalniņa-Liepa%'"""
            )
        );
    }

    [Fact]
    public async Task Hours_AreWithdrawnAndEnteredAnew()
    {
        folder.Row("hours", "h4")["minutes"] = 90;

        var report = await house.TakeAsync(folder.Write());

        Assert.Equal("reconciled", (string?)report["verdict"]);
        Assert.Equal(1L, Corrected(report, "hours"));
        Assert.Equal(
            1170L,
            await house.ScalarAsync<long>(
                "SELECT sum(credited_minutes) FROM community_work.hours_entry WHERE withdrawn_at IS NULL"
            )
        );
        Assert.Equal(11L, await house.ScalarAsync<long>("SELECT count(*) FROM community_work.hours_entry"));
    }

    [Fact]
    public async Task SectionBasisContactDocumentAndName_FollowTheirRows()
    {
        folder.Row("sections", "s2")["outcome"] = "sentence_executed";
        folder.Row("bases", "b1")["number"] = "K-LABOTS";
        folder.Row("contacts", "c1")["complied"] = false;
        folder.Row("documents", "d1")["number"] = "7-12/346";
        folder.Row("names", "n1")["surname"] = "Vecāka";

        var report = await house.TakeAsync(folder.Write());

        Assert.Equal("reconciled", (string?)report["verdict"]);
        Assert.Equal(5L, report["counts"]!.AsArray().Sum(c => (long)c!["corrected"]!));
        Assert.Equal(
            "sentence_executed",
            await house.ScalarAsync<string>("SELECT outcome FROM cases.section WHERE measure = 'suspendedSentence'")
        );
        Assert.Equal(
            "K-LABOTS",
            await house.ScalarAsync<string>(
                "SELECT b.number FROM cases.section s JOIN cases.basis b ON b.id = s.basis_id WHERE s.measure = 'communityWork'"
            )
        );
        Assert.Equal(4L, await house.ScalarAsync<long>("SELECT count(*) FROM cases.basis"));
        Assert.False(await house.ScalarAsync<bool>("SELECT complied FROM contacts.contact WHERE kind = 'office'"));
        Assert.Equal("7-12/346", await house.ScalarAsync<string>("SELECT number FROM documents.document"));
        Assert.Equal(
            1L,
            await house.ScalarAsync<long>("SELECT count(*) FROM clients.client_name WHERE surname = 'Vecāka'")
        );
    }

    [Fact]
    public async Task WhatAPersonChangedInPlus_IsNotOverwritten()
    {
        await house.ScalarAsync<string>(
            """
            UPDATE contacts.contact SET note = 'Labots PLUS' WHERE kind = 'office';
            INSERT INTO audit.process (id, at, on_day, type, source, client_id, on_timeline, changes)
            SELECT gen_random_uuid(), now(), now()::date, 'contacts.recorded', 'web', client_id, true,
                   jsonb_build_array(jsonb_build_object('record', 'contacts.contact', 'id', id::text, 'kind', 'changed'))
            FROM contacts.contact WHERE kind = 'office';
            SELECT 'done'
            """
        );
        folder.Row("contacts", "c1")["note"] = "Vecās sistēmas labojums";

        var report = await house.TakeAsync(folder.Write());

        Assert.Equal("changedInPlus", (string?)report["quarantine"]![0]!["reasons"]![0]!["code"]);
        Assert.Equal(
            "Labots PLUS",
            await house.ScalarAsync<string>("SELECT note FROM contacts.contact WHERE kind = 'office'")
        );
    }

    [Fact]
    public async Task AnotherFunction_IsNoCorrection()
    {
        folder.Row("sections", "s2")["measure"] = "parole";

        var report = await house.TakeAsync(folder.Write());

        Assert.Equal("referenceChanged", (string?)report["quarantine"]![0]!["reasons"]![0]!["code"]);
    }

    private static long Corrected(JsonObject report, string table) =>
        report["counts"]!.AsArray().Where(c => (string?)c!["table"] == table).Sum(c => (long)c!["corrected"]!);
}
