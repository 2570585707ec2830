namespace Planner.Core.Opinions.Guarding;

/// <summary>Paths in the designs of an opinion: what would be written outside the root is no part of a design.</summary>
internal static class DesignPaths
{
    public static Opinion Inside(Opinion opinion, Sieve sieve) => opinion with
    {
        Schema = opinion.Schema is null ? null : opinion.Schema with { Migrations = Keep(opinion.Schema.Migrations, "migration", m => m.Name, m => [m.UpPath, m.DownPath], sieve) },
        Pipelines = opinion.Pipelines is null ? null : opinion.Pipelines with { Pipelines = Keep(opinion.Pipelines.Pipelines, "pipeline", p => p.Job, p => [p.File], sieve) },
        Services = opinion.Services is null ? null : opinion.Services with { Services = Keep(opinion.Services.Services, "type", s => s.Type, s => [s.File], sieve) },
        Api = opinion.Api is null ? null : opinion.Api with { Endpoints = Keep(opinion.Api.Endpoints, "endpoint", e => $"{e.Method} {e.Route}", e => [e.File], sieve) },
        Frontend = opinion.Frontend is null ? null : opinion.Frontend with { Views = Keep(opinion.Frontend.Views, "view", v => v.Name, v => [v.File], sieve) },
    };

    private static List<T> Keep<T>(IReadOnlyList<T> items, string what, Func<T, string> name, Func<T, IReadOnlyList<string?>> paths, Sieve sieve) =>
        sieve.Keep(items, OpinionFault.Path, _ => "", i => paths(i).OfType<string>().All(RootPath.IsInside)
            ? null
            : $"The {what} {name(i)} lies outside the code base and is left out.");
}
