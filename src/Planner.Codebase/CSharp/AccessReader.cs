using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Planner.Codebase.CSharp;

/// <summary>Reads what code states about who may call: attributes of actions and controllers, and calls hung on a mapped route.</summary>
internal static class AccessReader
{
    private const int Longest = 160;

    /// <summary>An action's own word counts, else its class's; null where neither has one.</summary>
    public static string? Of(SyntaxList<AttributeListSyntax> lists)
    {
        var stated = lists.SelectMany(l => l.Attributes).Where(IsMeant).Select(a => AttributeName.Of(a) + Arguments(a.ArgumentList?.ToString())).ToList();
        return stated.Count == 0 ? null : Short(string.Join(", ", stated));
    }

    /// <summary>What hangs on the call that maps a route.</summary>
    public static string? Of(InvocationExpressionSyntax mapped)
    {
        var stated = new List<string>();
        for (SyntaxNode? at = mapped.Parent; at is MemberAccessExpressionSyntax or InvocationExpressionSyntax; at = at.Parent)
        {
            if (at is InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax
                    {
                        Name.Identifier.ValueText: "RequireAuthorization"
                or "AllowAnonymous"
                    } member
                } call)
            {
                stated.Add(member.Name.Identifier.ValueText + Arguments(call.ArgumentList.ToString()));
            }
        }

        return stated.Count == 0 ? null : Short(string.Join(", ", stated));
    }

    /// <summary>Teams derive their own, and call them so.</summary>
    private static bool IsMeant(AttributeSyntax attribute) =>
        AttributeName.Of(attribute) is var name && (name == "AllowAnonymous" || name.Contains("Authorize", StringComparison.Ordinal));

    private static string Arguments(string? list) =>
        list is null or "()" ? "" : string.Join(' ', list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Short(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
}
