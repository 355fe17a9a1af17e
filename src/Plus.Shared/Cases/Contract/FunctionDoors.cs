using Plus.Kernel.Modules;
using Plus.Law.Sections;

namespace Plus.Shared.Cases.Contract;

/// <summary>The doors of the functions, found by function or by measure.</summary>
public sealed class FunctionDoors(ModuleList modules)
{
    public IReadOnlyList<FunctionDoor> All { get; } = [.. modules.All.OfType<FunctionDoor>().OrderBy(d => d.Function)];

    public FunctionDoor Of(ProbationFunction function) => All.Single(d => d.Function == function);

    /// <summary>By stored function code.</summary>
    public FunctionDoor OfCode(string function) => Of(ProbationFunctions.FromCode(function));

    /// <summary>By measure code.</summary>
    public FunctionDoor OfMeasure(string measure) => Of(MeasureCode.FunctionOf(measure));
}
