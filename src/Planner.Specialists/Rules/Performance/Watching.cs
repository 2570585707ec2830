using Planner.Core.Grounding.Facts;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Performance;

/// <summary>Where production tells how long something takes, as far as the repository shows it.</summary>
internal static class Watching
{
    private static readonly string[] Telemetry = Lexicon.Words("performance", "telemetry");

    /// <summary>The package that measures the subject's project, or the table in which a job keeps how far it is, or null.</summary>
    public static string? Source(string subject, RuleContext brief)
    {
        var job = brief.Needs.Jobs.FirstOrDefault(j => j.Name == subject);
        var file = job?.File ?? brief.Earlier.Endpoints.FirstOrDefault(e => $"{e.Method} {e.Route}" == subject)?.File
            ?? brief.Needs.KnownEndpoints.FirstOrDefault(e => $"{e.Method} {e.Route}" == subject)?.File;
        var project = file is null ? null : brief.Files.Project(file);
        var package = project?.Packages
            .Order(StringComparer.Ordinal)
            .FirstOrDefault(p => Array.Exists(Telemetry, t => p.StartsWith(t, StringComparison.OrdinalIgnoreCase)));
        return package is not null ? package
            : job is not null && JobTables.Of(job, brief.Grounding).Progress is { } progress ? progress.FullName
            : null;
    }
}
