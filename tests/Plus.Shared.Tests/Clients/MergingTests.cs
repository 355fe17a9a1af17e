using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Duplicates;
using Plus.Shared.Clients.Merging;
using Plus.Shared.Clients.Records;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Clients;

public sealed class MergingTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Merge_MovesTheRowsOfAllRooms_AndUndoBringsThemBack()
    {
        var (kept, gone, pair) = await PairAsync("Dubultniece");
        await app.SaveAsync(
            new ClientReach(gone.Client.Id, ReachKind.Phone, "22333444", new DateOnly(2026, 1, 1), "K"),
            new RelatedPerson(gone.Client.Id, "mother", "Māra", "Māte", true)
        );
        await app.TaskAsync(gone, """{"unverified":false,"skipped":[],"weekendDays":0,"values":{}}""", null);
        var browser = await app.AsAsync("intakeClerk");
        var page = await browser.GetAsync($"/clients/duplicates/{pair.Id}");
        Assert.Contains("Atšķiras", page.Words, StringComparison.Ordinal);
        Assert.Contains("Vienāds", page.Words, StringComparison.Ordinal);

        page = await page.SubmitAsync(form: $"#keep-{kept.Client.Id}");

        Assert.Contains("Ieraksti apvienoti", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, await SectionsOfAsync(kept));
        Assert.Equal(0, await SectionsOfAsync(gone));
        Assert.Equal(
            kept.Case.Id.Value,
            await app.ScalarAsync<Guid>($"SELECT case_id FROM cases.section WHERE id = '{gone.Section.Id}'")
        );
        Assert.Equal(0L, await RowsOfAsync(gone));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(gone.Href)).Status);
        var found = await (await browser.GetAsync("/search")).SubmitAsync(new() { ["q"] = gone.Case.Number });
        Assert.Equal(kept.Href, found.Html.QuerySelector("main tbody a")!.GetAttribute("href"));

        page = await (await browser.GetAsync($"/clients/duplicates/{pair.Id}")).SubmitAsync();

        Assert.Contains("Apvienošana atcelta", page.Words, StringComparison.Ordinal);
        Assert.Equal(1, await SectionsOfAsync(kept));
        Assert.Equal(
            gone.Case.Id.Value,
            await app.ScalarAsync<Guid>($"SELECT case_id FROM cases.section WHERE id = '{gone.Section.Id}'")
        );
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(gone.Href)).Status);
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type IN ('clients.merged', 'clients.unmerged') AND subject_id = '{pair.Id}'"
            )
        );
    }

    [Fact]
    public async Task WhatCameAfterTheMerge_StaysWithTheKept()
    {
        var (kept, gone, pair) = await PairAsync("Vēlākā");
        var browser = await app.AsAsync("intakeClerk");
        await (await browser.GetAsync($"/clients/duplicates/{pair.Id}")).SubmitAsync(form: $"#keep-{kept.Client.Id}");
        await app.SaveAsync(
            new ClientReach(kept.Client.Id, ReachKind.Phone, "22333555", new DateOnly(2026, 4, 15), "K")
        );

        await (await browser.GetAsync($"/clients/duplicates/{pair.Id}")).SubmitAsync();

        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM clients.client_reach WHERE client_id = '{kept.Client.Id}'"
            )
        );
        Assert.NotEqual(0L, await RowsOfAsync(gone));
    }

    [Fact]
    public async Task Different_LeavesTheList_AndTheNightDoesNotRaiseItAgain()
    {
        var (_, _, pair) = await PairAsync("Atšķirīgā");
        var browser = await app.AsAsync("intakeClerk");

        await (await browser.GetAsync($"/clients/duplicates/{pair.Id}")).SubmitAsync();
        await FindAsync();

        Assert.DoesNotContain(
            "Atšķirīgā",
            (await browser.GetAsync("/clients/duplicates")).Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Atšķirīgā",
            (await browser.GetAsync("/clients/duplicates?state=different")).Words,
            StringComparison.Ordinal
        );
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>(
                "SELECT count(*) FROM audit.process WHERE type = 'clients.duplicateIsDifferent'"
            )
        );
    }

    [Fact]
    public async Task Night_FindsSameNameAndDayAndSameCode_Once()
    {
        var one = await app.PersonAsync("Naktī", "Atrastā", born: new DateOnly(1970, 1, 1));
        var two = await app.PersonAsync("NAKTĪ", "Atrasta", born: new DateOnly(1970, 1, 1));
        var three = await app.PersonAsync("Cits", "Vārds", code: "07078512345");
        var four = await app.PersonAsync("Pavisam", "Savādāks", code: "07078512345");

        await FindAsync();
        await FindAsync();

        Assert.Equal("sameNameAndBirthDate", await ReasonAsync(one, two));
        Assert.Equal("sameCode", await ReasonAsync(three, four));
        Assert.NotEqual(
            0L,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'clients.duplicatesFound'")
        );
    }

    [Fact]
    public async Task PairReachedByHalf_DoesNotExist()
    {
        var (_, _, pair) = await PairAsync("Pusē", await app.OfficeAsync(11));
        var browser = await app.AsAsync("officeHead");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/clients/duplicates/{pair.Id}")).Status);
        Assert.DoesNotContain("Pusē", (await browser.GetAsync("/clients/duplicates")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DecidedMeanwhile_IsAConflict()
    {
        var (kept, _, pair) = await PairAsync("Vienlaikus");
        var browser = await app.AsAsync("intakeClerk");
        var page = await browser.GetAsync($"/clients/duplicates/{pair.Id}");
        await app.ScalarAsync<int>(
            $"UPDATE clients.possible_duplicate SET reason = 'sameCode' WHERE id = '{pair.Id}' RETURNING 1"
        );

        page = await page.SubmitAsync(form: $"#keep-{kept.Client.Id}");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal(1, await SectionsOfAsync(kept));
    }

    [Fact]
    public async Task CaseManager_MayNotDecide() =>
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await app.AsAsync("caseManager")).GetAsync("/clients/duplicates")).Status
        );

    [Fact]
    public async Task EveryColumnThatNamesAClient_CanBeMovedAndRemembered()
    {
        var columns = await app.ReadAsync(db => Task.FromResult(MovableColumns.Of(db)));

        Assert.Contains(columns, c => c.Key == "cases.section.client_id");
        Assert.Contains(columns, c => c.Key == "clients.must_not_meet.second_id");
        Assert.All(columns, c => Assert.Single(c.Entity.FindPrimaryKey()!.Properties));
    }

    private async Task FindAsync()
    {
        await using var scope = app.Scope();
        await DuplicateDetection.FindAllAsync(
            scope.ServiceProvider.GetRequiredService<PlusDb>(),
            scope.ServiceProvider.GetRequiredService<Processes>(),
            TestContext.Current.CancellationToken
        );
    }

    private Task<string> ReasonAsync(People.Person one, People.Person other) =>
        app.ScalarAsync<string>(
            $"SELECT reason FROM clients.possible_duplicate WHERE first_id IN ('{one.Client.Id}', '{other.Client.Id}') AND second_id IN ('{one.Client.Id}', '{other.Client.Id}')"
        );

    private Task<int> SectionsOfAsync(People.Person person) =>
        app.ReadAsync(db =>
            db.Set<Plus.Shared.Cases.Records.Section>().CountAsync(s => s.ClientId == person.Client.Id)
        );

    private Task<long> RowsOfAsync(People.Person person) =>
        app.ScalarAsync<long>(
            $"SELECT (SELECT count(*) FROM clients.client_reach WHERE client_id = '{person.Client.Id}') + (SELECT count(*) FROM clients.related_person WHERE client_id = '{person.Client.Id}') + (SELECT count(*) FROM clients.client_name WHERE client_id = '{person.Client.Id}') + (SELECT count(*) FROM tasks.due_task WHERE client_id = '{person.Client.Id}') + (SELECT count(*) FROM cases.basis WHERE client_id = '{person.Client.Id}')"
        );

    private async Task<(People.Person Kept, People.Person Gone, PossibleDuplicate Pair)> PairAsync(
        string surname,
        Plus.Kernel.Ids.OfficeId? office = null
    )
    {
        var kept = await app.PersonAsync("Dace", surname);
        var gone = await app.PersonAsync("Daiga", surname, office);
        var pair = new PossibleDuplicate(kept.Client.Id, gone.Client.Id, DuplicateDetection.SameNameAndBirthDate);
        await app.SaveAsync(pair);
        return (kept, gone, pair);
    }
}
