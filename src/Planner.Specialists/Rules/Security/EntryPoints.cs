using Planner.Core.Opinions;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Security;

/// <summary>Where an endpoint stands, or will stand.</summary>
internal static class EntryPoints
{
    /// <summary>Its own place, else that of one beside it, else its file where that is there; empty for a file that is new.</summary>
    public static string Of(EndpointChange endpoint, RuleContext brief)
    {
        var beside = brief.Grounding.Endpoints.Where(e => e.File == endpoint.File).ToList();
        return (beside.Find(e => e.Method == endpoint.Method && e.Route == endpoint.Route) ?? beside.FirstOrDefault())?.Place()
            ?? (brief.Files.Exists(endpoint.File) ? endpoint.File : "");
    }
}

/// <summary>Types that leave the process, told by their names.</summary>
internal static class Outside
{
    private static readonly string[] Roles = Lexicon.Words("choices", "roles");

    public static bool Is(string type) => Roles.Any(r => type.EndsWith(r, StringComparison.Ordinal));
}
