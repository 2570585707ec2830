using Microsoft.CodeAnalysis.CSharp.Syntax;
using Planner.Core.Grounding.Facts;

namespace Planner.Codebase.CSharp;

/// <summary>Finds service registrations: <c>AddScoped&lt;I, T&gt;()</c> and its kin, with types or with a factory.</summary>
internal static class RegistrationReader
{
    private static readonly Dictionary<string, string> Lifetimes = new(StringComparer.Ordinal)
    {
        ["AddScoped"] = "Scoped",
        ["TryAddScoped"] = "Scoped",
        ["AddKeyedScoped"] = "Scoped",
        ["AddSingleton"] = "Singleton",
        ["TryAddSingleton"] = "Singleton",
        ["AddKeyedSingleton"] = "Singleton",
        ["AddTransient"] = "Transient",
        ["TryAddTransient"] = "Transient",
        ["AddKeyedTransient"] = "Transient",
        ["AddHostedService"] = "Singleton",
        ["AddHttpClient"] = "Transient",
        ["AddExceptionHandler"] = "Singleton",
        ["AddDbContext"] = "Scoped",
        ["AddDbContextPool"] = "Scoped",
        ["AddDbContextFactory"] = "Singleton",
    };

    public static IReadOnlyList<RegistrationFact> Read(string path, SourceNodes nodes) =>
        [.. nodes.Invocations.Select(i => Of(path, i)).OfType<RegistrationFact>()];

    private static RegistrationFact? Of(string path, InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: var name } || !Lifetimes.TryGetValue(name.Identifier.ValueText, out var lifetime))
        {
            return null;
        }

        List<string> types = name is GenericNameSyntax generic
            ? [.. generic.TypeArgumentList.Arguments.Select(TypeReader.NameOf)]
            : [.. call.ArgumentList.Arguments.Select(a => a.Expression).OfType<TypeOfExpressionSyntax>().Select(t => TypeReader.NameOf(t.Type))];
        if (types.Count == 0 || types[0].Length == 0)
        {
            return null;
        }

        var implementation = types.Count > 1 ? types[1] : Made(call) ?? types[0];
        return new RegistrationFact(types[0], implementation, lifetime, path, SourceNodes.Line(name));
    }

    /// <summary>What a factory makes: the first type it news up or asks the container for.</summary>
    private static string? Made(InvocationExpressionSyntax call)
    {
        foreach (var node in call.ArgumentList.DescendantNodes())
        {
            switch (node)
            {
                case ObjectCreationExpressionSyntax created:
                    return TypeReader.NameOf(created.Type);
                case GenericNameSyntax { Identifier.ValueText: "GetRequiredService" or "CreateInstance" } asked:
                    return TypeReader.NameOf(asked.TypeArgumentList.Arguments[0]);
                default:
                    break;
            }
        }

        return null;
    }
}
