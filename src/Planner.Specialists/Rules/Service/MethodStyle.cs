using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Grounding.Naming;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Service;

/// <summary>How methods look here: asynchronous or not, and what the cancellation token is called.</summary>
internal sealed partial record MethodStyle(bool IsAsync, string? Token)
{
    public static MethodStyle Of(params IReadOnlyList<TypeFact?> neighbours)
    {
        var methods = neighbours.OfType<TypeFact>().SelectMany(t => t.Members).Where(m => m.Kind == "method").ToList();
        var token = methods.Select(m => CancellationParameter().Match(m.Signature)).FirstOrDefault(m => m.Success);
        var isAsync = methods.Count == 0 || methods.Exists(m => m.Signature.Contains("Task", StringComparison.Ordinal));
        return new MethodStyle(isAsync, token?.Groups["name"].Value);
    }

    /// <summary>A method in this style.</summary>
    public string Method(string result, string name, params IReadOnlyList<string> parameters)
    {
        var all = Token is null ? parameters : [.. parameters, $"CancellationToken {Token}"];
        var returns = !IsAsync ? result : result == "void" ? "Task" : $"Task<{result}>";
        return $"{returns} {name}{(IsAsync ? "Async" : "")}({string.Join(", ", all)})";
    }

    /// <summary>Errors that a member of this kind throws, as types of this code base do.</summary>
    public static IReadOnlyList<string> Errors(RuleContext brief, bool finds, bool validates, bool decides)
    {
        var grounding = brief.Grounding;
        return [.. new[]
        {
            finds ? Named(grounding.Exception("NotFound", "Missing"), "the row is not there") : null,
            validates ? Named(grounding.Exception("Invalid", "Validation"), "the request breaks a rule of its fields") : null,
            decides ? Named(grounding.Exception("Transition", "Conflict", "Rule", "Domain"), "the state does not allow it") : null,
        }.OfType<string>()];
    }

    /// <summary>The C# type of a route's parameter: that of the column of its name, else of the key of the concept.</summary>
    public static string ParameterType(string parameter, Concept? concept, RuleContext brief)
    {
        var snake = string.Join('_', Words.Split(parameter));
        var column = concept?.Table.Fact.Columns.FirstOrDefault(c => c.Name == snake)
            ?? brief.Grounding.Tables.Where(t => snake == $"{Words.Singular(t.Name)}_id")
                .SelectMany(t => t.Columns.Where(c => t.PrimaryKey.Contains(c.Name, StringComparer.Ordinal)))
                .FirstOrDefault()
            ?? concept?.Table.Fact.Columns.FirstOrDefault(c => c.Name == "id");
        return column is null ? "string" : Sql.ClrType(column with { Nullable = false });
    }

    private static string? Named(TypeFact? type, string when) => type is null ? null : $"{type.Name}: {when}";

    [GeneratedRegex(@"CancellationToken\s+(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CancellationParameter();
}
