using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Law.Identity;
using Plus.Shared.Clients.Records;
using Plus.Web.Display;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Clients.Creating;

/// <summary>The last step: the answers, and who may be the same person already.</summary>
[RequiresPermission(ClientPermissions.Create)]
internal sealed class CheckNewClientPage(CreateClientHandler handler, Texts texts, Flash flash)
    : JourneyPage<NewClientState>
{
    private const string First = "/clients/new";

    public IReadOnlyList<Client> Alike { get; private set; } = [];

    public IEnumerable<SummaryLine> Answers =>
        [
            Line("clients.data.name.GivenName", State.GivenName),
            Line("clients.data.name.Surname", State.Surname),
            Line("clients.data.about.BirthDate", State.BirthDate),
            Line("clients.data.about.Sex", State.Sex is null ? null : texts["clients.sex." + State.Sex]),
            Line("clients.new.code", PersonalCode.TryParse(State.Code, out var code) ? code.Format() : null),
            Line("clients.new.source", State.Source),
        ];

    /// <summary>What should be looked at in the code.</summary>
    public IReadOnlyList<string> CodeWarnings =>
        PersonalCode.TryParse(State.Code, out var code) ? code.Warnings(State.BirthDate) : [];

    protected override string Journey => "clients.new";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!IsUnderWay)
        {
            return LocalRedirect(First);
        }

        Alike = await handler.AlikeAsync(State, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool sure, CancellationToken ct)
    {
        if (!IsUnderWay)
        {
            return LocalRedirect(First);
        }

        Alike = await handler.AlikeAsync(State, ct);
        if (Alike.Count > 0 && !sure)
        {
            ModelState.AddModelError("sure", "clients.new.notSure");
            return Page();
        }

        var outcome = await handler.CreateAsync(State, ct);
        if (!outcome.Done)
        {
            return LocalRedirect(First);
        }

        flash.Success("clients.new.created");
        return await Finish($"/clients/{outcome.Value}");
    }

    private SummaryLine Line(string key, object? value) => new(texts[key], value) { ChangeHref = First };
}
