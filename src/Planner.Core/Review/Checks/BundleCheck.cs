using Planner.Core.Artifacts;
using Planner.Core.Artifacts.Records;
using Planner.Core.Plans;
using Planner.Core.Review.Reading;
using Planner.Core.Review.Reports;

namespace Planner.Core.Review.Checks;

/// <summary>
/// Q16: every file has a path and bytes that every store takes; the manifest tells each file by its hash, who made it and of what;
/// the figures of the ticket's comment are those of the files. Nothing is rendered here: the files are judged in the bytes that will
/// be written. What comes after the review is held against the manifest where it is written, and a breach there fails the run.
/// </summary>
internal sealed class BundleCheck : ILastCheck
{
    public string Id => "Q16";

    public CheckResult Run(Plan plan, ArtifactSet artifacts) => Run(plan, artifacts, new("", [], [], []), new());

    public CheckResult Run(Plan plan, ArtifactSet artifacts, ReviewReport draft, ReviewOptions options)
    {
        var findings = new FindingList(Id);
        Files(artifacts, findings);
        var rendered = $"{artifacts.Files.Count} files were rendered once and judged in the bytes that are written";
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

        return findings.Result($"{rendered}, the manifest has the hash of each, and the figures of the comment are those of the files. The files that follow "
            + $"the review are held against the manifest when they are written; that a replay of the run gives the same bytes is not judged here.");
    }

    private static void Files(ArtifactSet artifacts, FindingList findings)
    {
        foreach (var twice in artifacts.Files.GroupBy(f => f.Path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            findings.Error(
                "twice",
                new(twice.Key, ""),
                "",
                $"On a file system that ignores case, {twice.Count()} files of the bundle have the path {twice.Key}.");
        }

        foreach (var file in artifacts.Files)
        {
            Shape(file, findings);
        }
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
