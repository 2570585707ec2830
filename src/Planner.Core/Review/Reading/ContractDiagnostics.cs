using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Planner.Core.Review.Reading;

/// <summary>What the OpenAPI library says of a contract, under the codes of the check.</summary>
internal static partial class ContractDiagnostics
{
    /// <summary>Which part of a document a code is about; the first that the pointer holds counts.</summary>
    private static readonly (string Part, string Code)[] Parts =
    [
        ("/info", "info"), ("/$ref", "reference"), ("/security", "security"), ("/parameters", "parameter"), ("/responses", "response"),
        ("/operationId", "operation-id"), ("/schema", "schema"), ("/properties", "schema"), ("/paths", "paths"),
    ];

    /// <summary>Errors and warnings in the library's order, each once. A document that follows the specification has neither.</summary>
    public static IEnumerable<ContractComplaint> Complaints(OpenApiDiagnostic diagnostic) =>
        diagnostic.Errors.Concat(diagnostic.Warnings).Select(Complaint).Distinct();

    private static ContractComplaint Complaint(OpenApiError error)
    {
        // Unknown keys are told with the place at the end of the message.
        var pointer = string.IsNullOrEmpty(error.Pointer) ? Place().Match(error.Message).Value.TrimEnd('.') : error.Pointer;
        var code = Parts.FirstOrDefault(p => pointer.Contains(p.Part, StringComparison.Ordinal)).Code ?? "document";
        return new(code, Id(pointer), $"{error.Message.TrimEnd('.', ' ')}.{(string.IsNullOrEmpty(error.Pointer) ? "" : $" It stands at {pointer}.")}");
    }

    /// <summary>The endpoint, the path or the name of the component that a pointer leads into; else empty.</summary>
    private static string Id(string pointer) => pointer.Split('/').Select(Unescaped).ToArray() switch
    {
        [_, "paths", var path, var method, ..] when !method.StartsWith("x-", StringComparison.Ordinal) => $"{method.ToUpperInvariant()} {path}",
        [_, "paths", var path] => path,
        [_, "components", _, var name, ..] => name,
        _ => "",
    };

    private static string Unescaped(string part) => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    [GeneratedRegex(@"#/\S*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
