namespace Planner.Core.Opinions.Guarding;

/// <summary>Paths in the designs of an opinion: what would be written outside the root is no part of a design.</summary>
internal static class DesignPaths
{
    public static Opinion Inside(Opinion opinion, GuardFindings sieve) => opinion with { Designs = [.. opinion.Designs.Select(d => Inside(d, sieve))] };

    private static Design Inside(Design design, GuardFindings sieve) => design.Match<Design>(
        schema => schema with { Migrations = Keep(schema.Migrations, "migration", m => m.Name, m => [m.UpPath, m.DownPath], sieve) },
        pipelines => pipelines with { Pipelines = Keep(pipelines.Pipelines, "pipeline", p => p.Job, p => [p.File], sieve) },
        services => services with { Services = Keep(services.Services, "type", s => s.Type, s => [s.File], sieve) },
        api => api with { Endpoints = Keep(api.Endpoints, "endpoint", e => $"{e.Method} {e.Route}", e => [e.File], sieve) },
        frontend => frontend with { Views = Keep(frontend.Views, "view", v => v.Name, v => [v.File], sieve) },
        performance => performance);

    private static List<T> Keep<T>(IReadOnlyList<T> items, string what, Func<T, string> name, Func<T, IReadOnlyList<string?>> paths, GuardFindings sieve) =>
        sieve.Keep(items, OpinionFault.Path, _ => "", i => paths(i).OfType<string>().All(p => RootPath.MayBeAdded(p) || IsThere(p, sieve))
            ? null
            : $"The {what} {name(i)} lies outside the code base and is left out.");

    private static bool IsThere(string path, GuardFindings sieve) =>
        RootPath.IsInside(path) && sieve.Context.Inventory.Paths.Contains(path, StringComparer.Ordinal);
}
