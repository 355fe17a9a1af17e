using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Playwright;
using Plus.Browser.Tests.Browsing;
using Plus.Browser.Tests.Statements;
using Plus.Host.Demo;

namespace Plus.Browser.Tests.Walking;

/// <summary>Every delivered role walks the whole site by its links, in both languages and at two widths.</summary>
public sealed class SiteWalkTests(Chromium chromium, WalkedSite site)
    : BrowserTest(chromium, site.Plus),
        IClassFixture<WalkedSite>
{
    // Routes that no link leads to, and why.
    private static readonly Dictionary<string, string> NotLinked = new(StringComparer.Ordinal)
    {
        ["/host-work"] = "for a host's contact person, who is nobody of the Service; has tests of its own",
        ["/host-work/closed"] = "for a host's contact person, who is nobody of the Service; has tests of its own",
        ["/host-work/sso/refused"] =
            "where an identity provider sends back whom PLUS does not know; has tests of its own",
        ["/host-work/enter/{token}"] = "a one-time link, sent by e-mail; has tests of its own",
        ["/host-work/incident"] = "for a host's contact person, who is nobody of the Service; has tests of its own",
        ["/incidents/{id:guid}"] = "linked from an incident of one's own or of what one leads; walked by its own tests",
        ["/incidents/{id:guid}/measure"] = "linked from an incident that is open; walked by its own tests",
        ["/incidents/{id:guid}/tell"] = "linked from an incident that is open; walked by its own tests",
        ["/incidents/{id:guid}/close"] = "linked from an incident that is open; walked by its own tests",
        ["/incidents/measures/{id:guid}/end"] = "linked from a measure that is open; walked by its own tests",
        ["/transport-costs/{id:guid}/decide"] = "linked from a claim that waits; walked by its own tests",
        ["/transport-costs/payments/{id:guid}"] = "linked once a list was made; walked by its own tests",
        ["/reminders/{id:guid}"] = "reached by sending reminders; walked by its own tests",
        ["/work-hours/schedules/{id:guid}"] = "reached by making schedules; walked by its own tests",
        ["/partners/{id:guid}/keys"] = "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/partners/{id:guid}/access"] = "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/monitoring/alarms/{id:guid}"] = "linked once an alarm came; walked by the desk's own tests",
        ["/functions/supervision/{id:guid}/monitoring"] =
            "linked from a section with electronic monitoring; walked by its own tests",
        ["/functions/supervision/{id:guid}/monitoring/device"] =
            "linked from a section with electronic monitoring; walked by its own tests",
        ["/functions/supervision/{id:guid}/monitoring/employment"] =
            "linked from a section with electronic monitoring; walked by its own tests",
        ["/functions/supervision/{id:guid}/monitoring/hours"] =
            "linked from a section with electronic monitoring; walked by its own tests",
        ["/functions/supervision/{id:guid}/monitoring/intensify"] =
            "linked from a section with electronic monitoring; walked by its own tests",
        ["/functions/supervision/{id:guid}/monitoring/suitability"] =
            "linked from a section with electronic monitoring; walked by its own tests",
        ["/applications/{id:guid}/contest"] = "linked from an application in that state; walked by its own tests",
        ["/applications/{id:guid}/decide"] = "linked from an application in that state; walked by its own tests",
        ["/applications/{id:guid}/happened"] = "linked from an application in that state; walked by its own tests",
        ["/applications/{id:guid}/serve"] = "linked from an application in that state; walked by its own tests",
        ["/applications/{id:guid}/stay"] = "linked from an application in that state; walked by its own tests",
        ["/sections/{id:guid}/opportunities/put-off"] = "linked from a card in that state; walked by its own tests",
        ["/breaches/steps/{id:guid}/decide"] = "linked from a violation in that state; walked by its own tests",
        ["/breaches/steps/{id:guid}/serve"] = "linked from a violation in that state; walked by its own tests",
        ["/breaches/{id:guid}"] = "linked from a violation in that state; walked by its own tests",
        ["/breaches/{id:guid}/explanation"] = "linked from a violation in that state; walked by its own tests",
        ["/breaches/{id:guid}/judgement"] = "linked from a violation in that state; walked by its own tests",
        ["/breaches/{id:guid}/withdraw"] = "linked from a violation in that state; walked by its own tests",
        ["/breaches/{id:guid}/response"] = "linked from a violation in that state; walked by its own tests",
        ["/breaches"] = "linked from the board while a violation is live; walked by its own tests",
        ["/sections/{id:guid}/closing-letter"] =
            "linked from a closed section that is carried out by law of supervision",
        ["/obligations/{id:guid}/protected"] = "linked from a ban for who may read victims' data; has tests of its own",
        ["/bans/{id:guid}"] = "linked while a place conflicts with a ban; has tests of its own",
        ["/support/rehabilitation/{id:guid}/absence"] = "linked from a stay in that state; walked by its own tests",
        ["/support/rehabilitation/{id:guid}/enter"] = "linked from a referral in that state; walked by its own tests",
        ["/support/rehabilitation/{id:guid}/leave"] = "linked from a stay in that state; walked by its own tests",
        ["/support/rehabilitation/{id:guid}/cancel"] = "linked from a referral in that state; walked by its own tests",
        ["/support/invoices/{id:guid}/decide"] = "linked from an invoice in that state; walked by its own tests",
        ["/support/invoices/{id:guid}/pay"] = "linked from an invoice in that state; walked by its own tests",
        ["/support/contracts/{id:guid}/months/{month}/invoice"] =
            "linked from a month in that state; walked by its own tests",
        ["/support/consultations/{id:guid}/session"] =
            "linked from consultations in that state; walked by its own tests",
        ["/support/consultations/{id:guid}/end"] = "linked from consultations in that state; walked by its own tests",
        ["/functions/probation_observation/{id:guid}/child/duties/{duty:guid}"] =
            "linked from a duty in that state; walked by its own tests",
        ["/login"] = "shown to those not logged in",
        ["/login/passkey"] = "sent to by the log-in page's script; has a journey of its own",
        ["/login/sso/refused"] = "shown when the identity provider's person is not known; has tests of its own",
        ["/retention/erasures/{id:guid}"] = "linked once an erasure was proposed; walked by its own tests",
        ["/obligations/{id:guid}/serve"] = "linked from an obligation in that state; walked by its own tests",
        ["/partners/{id:guid}/edit"] = "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/obligations/{id:guid}/contest/decide"] = "linked from an obligation in that state; walked by its own tests",
        ["/partners/{id:guid}/contacts/new"] =
            "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/partners/{id:guid}/contracts/new"] =
            "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/partners/{id:guid}/notes/new"] = "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/partners/{id:guid}/sites/new"] = "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/partners/{id:guid}/trainings/new"] =
            "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/partners/{id:guid}/contacts/{contact:guid}"] =
            "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/partners/{id:guid}/sites/{site:guid}"] =
            "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/partners/{id:guid}/contracts/{contract:guid}/scan"] =
            "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/partners/{id:guid}/contracts/{contract:guid}/end"] =
            "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/partners/{id:guid}/contracts/{contract:guid}/renew"] =
            "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/partners/{id:guid}/sites/{site:guid}/work"] =
            "linked for who reaches the host's office; walked by the hosts' own tests",
        ["/login/code"] = "the second step of the log-in",
        ["/audit/alarms/{id:guid}"] = "linked once the rules found something; walked by the audit's own tests",
        ["/audit/event/{table}/{id:guid}"] = "linked from an answered question; walked by the audit's own tests",
        ["/clients/{id:guid}/purpose"] = "shown when a client outside the own caseload is opened; has tests of its own",
        ["/takeover/{id:guid}"] = "linked once something was taken over; walked by the takeover's own tests",
        ["/takeover/{id:guid}/quarantine"] = "linked once something was taken over; walked by the takeover's own tests",
        ["/error/{code:int}"] = "shown when something fails",
        ["/kit"] = "the kit's own show-case; it has tests of its own",
        ["/contacts/group/{id:guid}"] = "linked once a group was planned; walked by its own tests",
        ["/contacts/{id:guid}/then"] = "reached by sending the form before it",
        ["/documents/bulk/{id:guid}"] = "linked once letters to many were made; walked by its own tests",
        ["/sections/{id:guid}/term/withdraw/{change:guid}"] = "linked once a term was changed; walked by its own tests",
        ["/contacts/budget"] = "linked once seconds of recording have been measured",
        ["/clients/new/check"] = "reached by sending the form before it",
        ["/clients/{id:guid}/sections/open"] = "reached by the button of a client within reach of the registry",
        ["/clients/{id:guid}/sections/open/check"] = "reached by sending the form before it",
        ["/clients/{id:guid}/sections/open/details"] = "reached by sending the form before it",
        ["/clients/{id:guid}/people/{row:guid}"] = "linked where a person is entered around a client",
        ["/rules/calendar/days/{day:datetime}/remove"] = "linked from a day that an administrator added",
        ["/rules/parameters/{code}/withdraw/{id:guid}"] = "linked from a parameter that an administrator set",
        ["/intake/runs/{id:guid}"] = "linked once a file was taken in; walked by the intake's own test",
        ["/intake/{id:guid}"] = "linked once a message came; walked by the intake's own test",
        ["/intake/{id:guid}/match"] = "linked from a message that waits for a match; walked by the intake's own test",
        ["/intake/{id:guid}/mend"] = "linked from a rejected message; walked by the intake's own test",
        ["/functions/assessment_reports/{id:guid}/facts"] =
            "linked from an open section; the walk takes a few of each route",
        ["/functions/educational_community_work/{id:guid}/facts"] =
            "linked from an open section; the walk takes a few of each route",
        ["/functions/programmes/{id:guid}/facts"] = "linked from an open section; the walk takes a few of each route",
        ["/functions/community_work/{id:guid}/facts"] =
            "linked from an open section; the walk takes a few of each route",
        ["/functions/conditional_discharge/{id:guid}/facts"] =
            "linked from an open section; the walk takes a few of each route",
        ["/functions/supervision/{id:guid}/facts"] = "linked from an open section; the walk takes a few of each route",
        ["/functions/mediation/{id:guid}/facts"] = "linked from an open section; the walk takes a few of each route",
        ["/functions/probation_supervision/{id:guid}/facts"] =
            "linked from an open section; the walk takes a few of each route",
        ["/functions/probation_observation/{id:guid}/facts"] =
            "linked from an open section; the walk takes a few of each route",
        ["/access/staff/{id:guid}/work"] = "shown when a leaver has open sections",
        ["/sections/{id:guid}/register"] = "linked from a section that waits for registration",
        ["/sections/{id:guid}/resume"] = "linked from a suspended section",
        ["/set-password/{token}"] = "a one-time link, handed over outside PLUS",
        ["/{work:work}/{section:guid}/hours/{entry:guid}"] = "linked from an entry of the week shown",
    };

    protected override bool Traces => false;

    [Fact]
    public async Task EveryLink_InEveryRoleAndLanguage_LeadsToAWholePage()
    {
        await File.WriteAllLinesAsync(
            ResultFiles.In("sizes", "by-page.txt"),
            site.Bytes.OrderByDescending(b => b.Value)
                .Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Value / 1024, 4} kB {b.Key}"))
        );
        Faults.None(site.Faults);
    }

    [Fact]
    public void EveryPage_IsReachedByALink() =>
        Faults.None(site.Unreached.Except(NotLinked.Keys).Where(r => !r.StartsWith("/kit/", StringComparison.Ordinal)));

    [Fact]
    public async Task EveryPage_KeepsItsBudgetOfStatements()
    {
        var taken = site.Statements.OrderBy(s => s.Key, StringComparer.Ordinal).ToList();
        await File.WriteAllLinesAsync(
            ResultFiles.In("statements", "by-page.txt"),
            taken.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Value, 3} {s.Key}"))
        );

        Faults.None(
            taken
                .Where(s => s.Value > StatementBudgets.Of(s.Key))
                .Select(s => $"{s.Key} takes {s.Value} statements, {StatementBudgets.Of(s.Key)} allowed")
        );
    }

    [Fact]
    public async Task EveryPage_IsAccessibleAndFitsAWideAndANarrowWindow()
    {
        var faults = new ConcurrentBag<string>();
        foreach (var person in site.Routes.Where(r => r.Page.Page.Document is not null).GroupBy(r => r.By))
        {
            // Three windows of one person share the work: axe keeps a core busy, and a window waits while its page loads.
            var first = await OpenAsync();
            await first.LogInAsync(person.Key, DemoOptions.Password);
            IPage[] windows = [first, await first.Context.NewPageAsync(), await first.Context.NewPageAsync()];
            await Task.WhenAll(
                windows.Select(
                    (window, i) => LookAsync(window, person.Where((_, n) => n % windows.Length == i), faults)
                )
            );
        }

        Faults.None(faults);
    }

    // The page is opened wide and then made narrow: what is in it stays, so that narrow only the rules are asked again that
    // judge where things lie. The long run asks all of them and keeps pictures.
    private static async Task LookAsync(IPage window, IEnumerable<Reached> routes, ConcurrentBag<string> faults)
    {
        var isLong = Environment.GetEnvironmentVariable("PLUS_TEST_LONG") is not null;
        foreach (var reached in routes)
        {
            await window.SetViewportSizeAsync(1280, 900);
            await window.GotoAsync(reached.Page.Path);
            foreach (var width in (int[])[1280, 390])
            {
                await window.SetViewportSizeAsync(width, 900);
                if (isLong)
                {
                    await window.ScreenshotAsync("walk" + reached.Page.Route.Replace('/', '-'));
                }

                foreach (var wrong in await window.AxeAsync(layoutOnly: width == 390 && !isLong))
                {
                    faults.Add($"{reached.Page.Path} at {width}: {wrong}");
                }

                var overflow = await window.OverflowAsync();
                if (overflow > 0)
                {
                    faults.Add($"{reached.Page.Path} at {width}: {overflow} px too wide");
                }
            }
        }
    }

    [Fact]
    public async Task EveryPage_IsValidHtml()
    {
        Assert.SkipUnless(HtmlChecker.HasJava, "Java is not installed; it runs the HTML checker.");
        Assert.SkipWhen(HtmlChecker.Jar is null, "The HTML checker is not here; with npm, ./plus test installs it.");
        var pages = site
            .Routes.Where(r => r.Page.Page.Document is not null)
            .ToDictionary(r => r.Page.Route, r => r.Page.Page.Text);

        Faults.None(await HtmlChecker.CheckAsync(pages));
    }
}
