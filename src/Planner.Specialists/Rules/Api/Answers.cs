using System.Globalization;
using System.Text.RegularExpressions;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Api;

/// <summary>Status codes: what criteria state, and what follows from route, body and authorization.</summary>
internal static partial class Answers
{
    public static int Success(NewEndpoint endpoint, RuleContext brief, bool creates)
    {
        var stated = Stated(endpoint, brief).Where(s => s.Status is >= 200 and < 300).Select(s => s.Status).FirstOrDefault();
        return stated > 0 ? stated : endpoint.Method switch
        {
            "POST" when creates => brief.Choices.Option(ExternalCall.KeyName) == ExternalCall.ByOutbox ? 202 : 201,
            "DELETE" => 204,
            _ => 200,
        };
    }

    public static IReadOnlyList<ApiError> Errors(NewEndpoint endpoint, RuleContext brief, bool hasBody)
    {
        var own = Stated(endpoint, brief)
            .Where(s => s.Status >= 400)
            .Select(s => new ApiError(s.Status, Code(s.Status), $"{s.Criterion.Id}: {Clauses.Of(Clause(s.Criterion.Text, s.Status))}"))
            .ToList();
        var usual = new List<ApiError>();
        if (hasBody)
        {
            usual.Add(new(400, Code(400), "A field of the body is missing or breaks its rule."));
        }

        usual.Add(new(401, Code(401), "The caller is not signed in."));
        usual.Add(new(403, Code(403), "The caller is signed in and may not do this."));
        if (endpoint.Parameters.Count > 0)
        {
            usual.Add(new(404, Code(404), $"There is nothing under {Words.List(endpoint.Parameters.Select(p => $"`{p}`"))}{NotFound(brief)}."));
        }

        return [.. own.Concat(usual).DistinctBy(e => e.Status).OrderBy(e => e.Status)];
    }

    public static string Code(int status) => status switch
    {
        400 => "invalid_request",
        401 => "unauthenticated",
        403 => "forbidden",
        404 => "not_found",
        409 => "conflict",
        410 => "gone",
        412 => "precondition_failed",
        422 => "unprocessable",
        429 => "too_many_requests",
        503 => "unavailable",
        _ => "error_" + status.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Status codes in criteria that name the route, or that name none while they speak of the same things.</summary>
    private static IEnumerable<(int Status, AcceptanceCriterion Criterion)> Stated(NewEndpoint endpoint, RuleContext brief) =>
        from criterion in brief.Claims.For(SpecialistNames.Api)
        where IsAbout(criterion, endpoint, brief)
        from Match match in Status().Matches(criterion.Text)
        select (int.Parse(match.Groups["status"].Value, CultureInfo.InvariantCulture), criterion);

    private static bool IsAbout(AcceptanceCriterion criterion, NewEndpoint endpoint, RuleContext brief)
    {
        var named = brief.Needs.Endpoints.Where(e => Words.NamesRoute(criterion.Text, e.Text)).ToList();
        return named.Count > 0 ? named.Contains(endpoint) : endpoint.Method is not "GET" || brief.Needs.Endpoints.Count == 1;
    }

    /// <summary>Of a criterion that states several codes, the part about this one.</summary>
    private static string Clause(string text, int status)
    {
        if (Status().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            return text;
        }

        var code = status.ToString(CultureInfo.InvariantCulture);
        return text.Split([';', ','], StringSplitOptions.TrimEntries).FirstOrDefault(p => Words.Names(p, code)) is { Length: > 20 } part ? part : text;
    }

    private static string NotFound(RuleContext brief) => brief.Grounding.Exception("NotFound") is { } type ? $" (`{type.Name}`)" : "";

    [GeneratedRegex(
        @"\b(?<status>[2-5][0-9]{2})\b(?!\s*(?:days|rows|ms|items|orders|characters|euro|eur|%|seconds|hours|percent|\p{Sc}))",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Status();
}
