using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.CaseFiles.Export;
using Plus.Shared.CaseFiles.Reading;

namespace Plus.Shared.CaseFiles;

/// <summary>A client's whole case as one: its contents on a page, and as a file for somebody else, with other people covered.</summary>
public sealed class CaseFilesModule : PlusModule
{
    /// <summary>See the whole case of a client on one page.</summary>
    public const string View = "caseFile.view";

    /// <summary>Hand the whole case out as a file.</summary>
    public const string Export = "caseFile.export";

    public override string Code => "caseFile";

    public override IEnumerable<Permission> Permissions =>
        [new(View) { OfPeople = true, Reads = true }, new(Export) { OfPeople = true }];

    public override IEnumerable<ProcessType> ProcessTypes => [CaseFileOrder.HandedOut];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<CaseFileReader>();
        services.AddScoped<CaseFileWords>();
        services.AddScoped<CaseFileZip>();
    }
}
