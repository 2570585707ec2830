using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>The existing service behind the resource that a route names.</summary>
internal static class EndpointService
{
    public static Neighbourhood? For(NewEndpoint endpoint, RuleContext brief) => endpoint.Segments
        .Reverse()
        .Select(s => Neighbourhood.Of(brief, Words.Pascal(Words.Singular(s))))
        .FirstOrDefault(n => n.Service is not null);

    /// <summary>What an operation returns: the resource's entity where it is known.</summary>
    public static string Result(Neighbourhood near, NewEndpoint endpoint) => endpoint.Method == "DELETE" ? "void"
        : near.Entity is not { } entity ? "string"
        : Operations.Name(endpoint) == "List" ? $"IReadOnlyList<{entity.Name}>" : entity.Name;
}
