using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Modules;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents;

/// <summary>The registered documents of case files.</summary>
public sealed class DocumentsModule : PlusModule
{
    public override string Code => "documents";

    public override void Model(ModelBuilder model) => model.ApplyConfiguration(new DocumentRecordTable());
}
