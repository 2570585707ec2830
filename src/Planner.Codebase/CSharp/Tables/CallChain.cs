using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Planner.Codebase.CSharp.Tables;

/// <summary>Calls hung on one another, like <c>b.Property&lt;string&gt;("Id").HasMaxLength(50)</c>, in the order in which they run.</summary>
internal sealed record CallChain(string Root, IReadOnlyList<ChainCall> Calls)
{
    public static CallChain Of(ExpressionSyntax expression)
    {
        var calls = new List<ChainCall>();
        var at = expression;
        while (true)
        {
            switch (at)
            {
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call:
                    calls.Add(new ChainCall(member.Name, call.ArgumentList.Arguments));
                    at = member.Expression;
                    break;
                case MemberAccessExpressionSyntax member:
                    calls.Add(new ChainCall(member.Name, default));
                    at = member.Expression;
                    break;
                default:
                    calls.Reverse();
                    return new CallChain(at.ToString(), calls);
            }
        }
    }

    /// <summary>The call on the root itself.</summary>
    public ChainCall? First => Calls is [var first, ..] ? first : null;

    public ChainCall? this[string name] => Calls.FirstOrDefault(c => c.Name == name);
}

/// <summary>One call with its arguments; a property access has none.</summary>
internal sealed record ChainCall(SimpleNameSyntax Member, Microsoft.CodeAnalysis.SeparatedSyntaxList<ArgumentSyntax> Arguments)
{
    public string Name => Member.Identifier.ValueText;

    /// <summary>The first type argument as written, or empty.</summary>
    public string TypeArgument => Member is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments[0].ToString() : "";

    /// <summary>All arguments that are plain strings.</summary>
    public IReadOnlyList<string> Texts => [.. Arguments.SelectMany(a => TextsOf(a.Expression))];

    /// <summary>The first of them, or empty.</summary>
    public string Text => Texts is [var first, ..] ? first : "";

    /// <summary>False only for a plain <c>false</c>.</summary>
    public bool IsOn => Arguments.Count == 0 || Arguments[0].Expression.ToString() != "false";

    private static IEnumerable<string> TextsOf(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => [text],
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.SelectMany(TextsOf),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.SelectMany(TextsOf),
        CastExpressionSyntax cast => TextsOf(cast.Expression),
        _ => [],
    };
}
