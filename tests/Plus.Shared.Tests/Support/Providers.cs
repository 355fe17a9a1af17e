using Plus.Shared.Support.Records;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Support;

/// <summary>Providers with a contract of the year, for tests.</summary>
internal static class Providers
{
    private static int _number;

    /// <summary>A contract of 2026 with a provider of its own.</summary>
    public static async Task<ProviderContract> ContractAsync(
        this PlusApp app,
        string kind = "rehabilitation",
        decimal price = 25,
        int? places = 2,
        decimal amount = 10_000,
        string funding = "budget"
    )
    {
        var number = Interlocked.Increment(ref _number);
        var provider = new Provider(Guid.CreateVersion7());
        provider.Describe($"Biedrība {number}", "association", null, null, null);
        var contract = new ProviderContract(
            provider.Id,
            kind,
            $"AP-{number}",
            funding,
            new DateOnly(2026, 1, 1),
            new DateOnly(2026, 12, 31)
        );
        contract.Agree(amount, price, kind == "rehabilitation" ? places : null);
        await app.SaveAsync(provider, contract);
        return contract;
    }

    /// <summary>Fills in the form that refers a client, and sends it.</summary>
    public static async Task<ReadPage> ReferAsync(
        this PageBrowser browser,
        Plus.Kernel.Ids.SectionId section,
        ProviderContract contract,
        string on = "02.03.2026",
        string? released = null
    )
    {
        var form = await browser.GetAsync($"/sections/{section}/support/rehabilitation");
        Dictionary<string, string?> fields = new()
        {
            ["Input.Contract"] = contract.Id.ToString(),
            ["Input.ReferredOn"] = on,
            ["Input.ReleasedOn"] = released,
            ["Input.Purpose"] = "Pagaidu dzīvesvieta",
        };
        if (released is not null)
        {
            fields["Input.NeedsHousing"] = "true";
        }

        return await form.SubmitAsync(fields, form: "main form[novalidate]");
    }

    /// <summary>Sends one of a stay's forms.</summary>
    public static async Task<ReadPage> StepAsync(
        this PageBrowser browser,
        string stay,
        string step,
        Dictionary<string, string?> fields
    ) => await (await browser.GetAsync($"{stay}/{step}")).SubmitAsync(fields, form: "main form[novalidate]");
}
