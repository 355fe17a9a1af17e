namespace Plus.Shared.Signatures;

/// <summary>Where the trust list and the trial's authority lie.</summary>
/// <param name="TrustFolder">Certificates and trusted lists; need not exist.</param>
/// <param name="TrialFolder">The trial's authority; null where nothing is a trial.</param>
public sealed record SignaturePlaces(string TrustFolder, string? TrialFolder)
{
    /// <summary>The folders within a data folder; without one, folders of this run alone.</summary>
    public static SignaturePlaces In(string? dataFolder, bool isTrial)
    {
        var folder = dataFolder ?? Path.Combine(Path.GetTempPath(), "plus-" + Guid.NewGuid().ToString("N"));
        return new(Path.Combine(folder, "trust"), isTrial ? Path.Combine(folder, "trial-signing") : null);
    }
}
