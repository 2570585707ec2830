using Planner.Core.Artifacts;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>
/// Q16, as far as it can be judged before the manifest is written: every file is the one that the plan renders to, byte for byte,
/// under a path that every store takes.
/// </summary>
internal sealed class BundleCheck : ICheck
{
    public string Id => "Q16";

    public CheckResult Run(Plan plan, ArtifactSet artifacts)
    {
        var findings = new FindingList(Id);
        foreach (var twice in artifacts.Files.GroupBy(f => f.Path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            findings.Error("twice", new(twice.Key, ""), "", $"{twice.Key} stands in the bundle {twice.Count()} times for a file system that does not tell case.");
        }

        var again = ArtifactComposer.Compose(plan);
        foreach (var file in artifacts.Files)
        {
            Shape(file, findings);
            if (again.Text(file.Path) is { } text && text != file.Text)
            {
                findings.Error("differs", new(file.Path, file.Text), "", $"Rendered again from the same plan, {file.Path} is not the same.");
            }
        }

        var same = artifacts.Files.Count(f => again.Text(f.Path) == f.Text);
        return findings.Partial($"{same} of {artifacts.Files.Count} files were rendered a second time and are the same to the byte. The manifest, the ticket comment and a replay of the run were not judged: they come after the review.");
    }

    private static void Shape(Artifact file, FindingList findings)
    {
        try
        {
            ArtifactPath.OfFile(file.Path);
        }
        catch (ArtifactPathException)
        {
            findings.Error("path", new(file.Path, file.Text), "", "A file of the bundle has a path that no store takes.");
        }

        if (file.Text.Contains('\r', StringComparison.Ordinal) || file.Text.StartsWith('\uFEFF'))
        {
            findings.Error("bytes", new(file.Path, file.Text), "", $"{file.Path} holds a carriage return or begins with a byte order mark.");
        }
    }
}
