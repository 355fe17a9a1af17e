using Plus.Shared.Audit.Proof;
using Plus.Shared.Audit.Sealing;
using Plus.Shared.Tests.Databases;

namespace Plus.Shared.Tests.Audit;

/// <summary>What a superuser of the database may do to the audit, and how it is found.</summary>
public sealed class TamperTests
{
    private const string Third = "(SELECT ids[3] FROM audit.seal WHERE chain = 'process/1' AND first = 1)";

    [Fact]
    public async Task Untouched_IsWhole()
    {
        await using var audit = await SealedAudit.FilledAsync();

        var verdict = await audit.ProveAsync();

        Assert.True(verdict.IsWhole, string.Join('\n', verdict.Lines()));
        Assert.Equal(60, verdict.Events);
        Assert.Equal((0, 0), (verdict.AfterHead, verdict.Unsealed));
    }

    [Theory]
    [InlineData(AuditBreakKind.Deleted, $"DELETE FROM audit.process WHERE id = {Third}")]
    [InlineData(AuditBreakKind.Changed, $"UPDATE audit.process SET actor_id = gen_random_uuid() WHERE id = {Third}")]
    [InlineData(AuditBreakKind.Changed, $"UPDATE audit.process SET at = at - interval '4 months' WHERE id = {Third}")]
    [InlineData(
        AuditBreakKind.Changed,
        $"UPDATE audit.process SET changes = replace(changes::text, 'Ozol', 'Ozal')::jsonb WHERE id = {Third}"
    )]
    [InlineData(
        AuditBreakKind.Reordered,
        "UPDATE audit.seal SET ids = ids[1:2] || ids[4] || ids[3] || ids[5:] WHERE chain = 'process/1' AND first = 1"
    )]
    public async Task EventThatWasTouched_IsNamed(object kind, string sql)
    {
        await using var audit = await SealedAudit.FilledAsync();
        var third = (Guid)(await SqlRows.OneAsync(audit.Superuser, "SELECT " + Third))!;
        if ((AuditBreakKind)kind == AuditBreakKind.Reordered)
        {
            third = (Guid)
                (
                    await SqlRows.OneAsync(
                        audit.Superuser,
                        "SELECT " + Third.Replace("[3]", "[4]", StringComparison.Ordinal)
                    )
                )!;
        }

        await audit.TamperAsync(sql);
        var found = Assert.Single((await audit.ProveAsync()).Breaks);

        Assert.Equal((AuditBreakKind)kind, found.Kind);
        Assert.Equal($"process/1, event 3, {third}", found.Where);
    }

    [Theory]
    // With the usual transaction number: it is sealed as new, and its time betrays it.
    [InlineData("now() - interval '3 hours'", "pg_current_xact_id()")]
    // With an old one, so that no seal is made for it.
    [InlineData("now() - interval '3 hours'", "'3'::xid8")]
    public async Task EventPutInBetween_IsFound(string at, string xid)
    {
        await using var audit = await SealedAudit.FilledAsync();

        await audit.TamperAsync(
            $"INSERT INTO audit.view (id, at, kind, part, clients, source, xid) VALUES (gen_random_uuid(), {at}, 'consult', 'fake', '{{}}', 'x', {xid})"
        );
        await audit.SealAsync();
        var head = AuditHead.Read(HeadFolder.LastJson(audit.Places.Folder)!)!;
        var found = Assert.Single((await audit.ProveAsync()).Breaks);

        Assert.Equal(AuditBreakKind.Inserted, found.Kind);
        Assert.True(head.Number >= 2);
    }

    [Fact]
    public async Task CopyOfAnEventUnderTheSameId_IsFound()
    {
        await using var audit = await SealedAudit.FilledAsync();

        await audit.TamperAsync(
            $"INSERT INTO audit.process (id, at, on_day, type, source, on_timeline) SELECT id, at + interval '1 s', on_day, 'fake', source, false FROM audit.process WHERE id = {Third}"
        );

        Assert.Contains(
            (await audit.ProveAsync()).Breaks,
            b => b.Kind is AuditBreakKind.Inserted or AuditBreakKind.Changed
        );
    }

    [Fact]
    public async Task TailCutOff_WithItsSeals_ContradictsTheHeads()
    {
        await using var audit = await SealedAudit.FilledAsync();

        await audit.TamperAsync(
            """
            DELETE FROM audit.process p USING audit.seal s WHERE s.first > 1 AND s.chain LIKE 'process/%' AND p.id = ANY (s.ids);
            DELETE FROM audit.seal WHERE first > 1 AND chain LIKE 'process/%'
            """
        );
        var breaks = (await audit.ProveAsync()).Breaks;

        Assert.NotEmpty(breaks);
        Assert.All(breaks, b => Assert.Equal(AuditBreakKind.Truncated, b.Kind));
    }

    [Fact]
    public async Task WholeChainMadeAnew_ContradictsTheHeads()
    {
        await using var audit = await SealedAudit.FilledAsync();

        await audit.TamperAsync($"UPDATE audit.process SET reason = 'cits' WHERE id = {Third}; DELETE FROM audit.seal");
        var own = new AuditPlaces(Path.Combine(audit.Folder, "own"), Path.Combine(audit.Folder, "own", "k.pem"), null);
        await audit.Sealer.SealAsync(wait: true, TestContext.Current.CancellationToken);
        await using var fresh = Npgsql.NpgsqlDataSource.Create(audit.Superuser);
        await using (var sealer = new AuditSealer(fresh, new(TimeProvider.System)))
        {
            await sealer.SealAsync(wait: true, TestContext.Current.CancellationToken);
        }

        await new HeadWriter(fresh, new(TimeProvider.System), own).WriteAsync(TestContext.Current.CancellationToken);

        // Where the sealer remembers how far it had come, the new chain is shorter than the heads tell; else it differs.
        Assert.Contains(
            (await audit.ProveAsync()).Breaks,
            b => b.Kind is AuditBreakKind.Rewritten or AuditBreakKind.Truncated
        );
        // And heads that were signed by somebody else do not help.
        Assert.Contains((await audit.ProveAsync(own.Folder)).Breaks, b => b.Kind == AuditBreakKind.HeadBroken);
    }

    [Fact]
    public async Task SealTakenAway_IsFound()
    {
        await using var audit = await SealedAudit.FilledAsync();

        await audit.TamperAsync("DELETE FROM audit.seal WHERE chain = 'view/2' AND first = 1");

        Assert.Contains(
            (await audit.ProveAsync()).Breaks,
            b => b.Kind == AuditBreakKind.SealsMissing && b.Where == "view/2, event 1"
        );
    }

    [Fact]
    public async Task HeadTakenAway_OrWrittenOver_IsFound()
    {
        await using var audit = await SealedAudit.FilledAsync();
        var file = Assert.Single(HeadFolder.Files(audit.Places.Folder));
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        var other = Path.Combine(audit.Folder, "heads-other.txt");

        await File.WriteAllLinesAsync(other, lines[1..], TestContext.Current.CancellationToken);
        var without = await audit.ProveAsync(other);
        await File.WriteAllTextAsync(
            other,
            lines[0].Replace("\"count\":", "\"count\":1", StringComparison.Ordinal) + "\n",
            TestContext.Current.CancellationToken
        );
        var over = await audit.ProveAsync(other);

        Assert.Contains(without.Breaks, b => b.Kind == AuditBreakKind.HeadBroken && b.Where == "head 1");
        Assert.Contains(over.Breaks, b => b.Kind == AuditBreakKind.HeadBroken && b.Where == "head 1");
    }

    [Fact]
    public async Task ReplacedHeads_AreContradictedByTheSecondPlace()
    {
        await using var audit = await SealedAudit.FilledAsync();
        var file = Assert.Single(HeadFolder.Files(audit.Places.Folder));
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);

        // The tail of the audit goes, and the head that tells of it in the first place.
        await audit.TamperAsync(
            """
            DELETE FROM audit.view v USING audit.seal s WHERE s.first > 1 AND s.chain LIKE 'view/%' AND v.id = ANY (s.ids);
            DELETE FROM audit.process v USING audit.seal s WHERE s.first > 1 AND s.chain LIKE 'process/%' AND v.id = ANY (s.ids);
            DELETE FROM audit.seal WHERE first > 1
            """
        );
        await File.WriteAllLinesAsync(file, lines[..1], TestContext.Current.CancellationToken);

        Assert.True((await audit.ProveAsync()).IsWhole);
        Assert.False((await audit.ProveAsync(audit.Places.CopyFolder)).IsWhole);
    }
}
