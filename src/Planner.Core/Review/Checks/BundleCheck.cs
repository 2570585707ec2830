using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;

namespace Planner.Core.Review.Checks;

/// <summary>
/// Q16: every file is the one that the plan renders to, byte for byte, under a path that every store takes; the manifest tells
/// each file, who made it and of what; the figures of the ticket's comment are those of the files. What comes after the review is
/// held against the manifest where it is written, and a breach there fails the run.
/// </summary>
internal sealed class BundleCheck : ILastCheck
{
    public string Id => "Q16";

    public CheckResult Run(Plan plan, ArtifactSet artifacts) => Run(plan, artifacts, new("", [], [], []), new());

    public CheckResult Run(Plan plan, ArtifactSet artifacts, ReviewReport draft, ReviewOptions options)
    {
        var findings = new FindingList(Id);
        var same = Files(plan, artifacts, findings);
        var rendered = $"{same} of {artifacts.Files.Count} files were rendered a second time and are the same to the byte";
        if (options.Manifest is not { } manifest)
        {
            return findings.Partial($"{rendered}. No run is known here, so there is no manifest and no comment to judge.");
        }

        foreach (var breach in ManifestReading.Complaints(manifest, plan, artifacts))
        {
            findings.Error(breach.Code, new(breach.Path, artifacts.Text(breach.Path) ?? ""), "", breach.Message);
        }

        foreach (var (path, id, message) in options.Comment?.Differences(plan, draft, manifest, artifacts) ?? [])
        {
            findings.Error("comment", new(path, artifacts.Text(path) ?? ""), id, message);
        }

        return findings.Result($"{rendered}, the manifest has the hash of each, and the figures of the comment are those of the files. The files that follow the review are held against the manifest when they are written; that a replay of the run gives the same bytes is not judged here.");
    }

    private static int Files(Plan plan, ArtifactSet artifacts, FindingList findings)
    {
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

        return artifacts.Files.Count(f => again.Text(f.Path) == f.Text);
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
