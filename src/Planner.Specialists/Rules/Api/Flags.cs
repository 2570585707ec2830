using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Api;

/// <summary>Settings behind which the ticket wants what is new.</summary>
internal static partial class Flags
{
    /// <summary>What a handler does about the setting; empty where the ticket names none.</summary>
    public static string Words(RuleContext brief) =>
        Name(brief) is { } name ? $" Absent while the setting `{name}` is off, as the ticket asks; it is off by default." : "";

    /// <summary>The settings file of the handler's project, where there is one and a setting is asked for.</summary>
    public static IReadOnlyList<string> Paths(RuleContext brief, string handler)
    {
        var project = Name(brief) is null ? null : brief.Files.Project(handler);
        var settings = project is null ? null : Files.Beside(project.Path, "appsettings.json");
        return settings is not null && brief.Files.Exists(settings) ? [settings] : [];
    }

    /// <summary>The setting that the ticket names, or null.</summary>
    public static string? Name(RuleContext brief) => brief.LinesWith("setting", "flag", "toggle", "switch")
        .Select(l => Setting().Match(l))
        .Where(m => m.Success)
        .Select(m => m.Groups["name"].Value)
        .FirstOrDefault();

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z0-9]{1,40}(:[A-Z][A-Za-z0-9]{1,40})+)`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Setting();
}
