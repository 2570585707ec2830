using System.Text.RegularExpressions;
using Planner.Core.Grounding.Facts;
using Planner.Core.Text.Words;
using Planner.Core.Tickets;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Reading;

namespace Planner.Specialists.Rules.Api;

/// <summary>Who may call, as siblings and criteria say, and which class the data are of.</summary>
internal static partial class Access
{
    private static readonly string[] RoleWords = Lexicon.Words("api", "role");
    private static readonly string[] Personal = Lexicon.Words("api", "personal");
    private static readonly string[] Confidential = Lexicon.Words("api", "confidential");
    private static readonly string[] Money = Lexicon.Words("api", "money");

    public static string Authorization(NewEndpoint endpoint, EndpointFact? sibling, RuleContext brief)
    {
        var policy = Policy(endpoint.Method, brief);
        var said = Said(brief);
        var stated = said is null ? "" : $" {said.Id} says who: \"{Words.Short(said.Text, 140)}\".";
        if (sibling is null)
        {
            return $"A signed-in caller; no endpoint was found whose rule could be taken over.{stated}";
        }

        var guard = Guard(sibling.File, brief);
        var by = sibling.Access is { } access ? $", which states `{access}`" : guard is null ? "" : $", which names its rule through `{guard}`";
        return $"As `{sibling.Method} {sibling.Route}` ({sibling.Place()}){by}{policy}; ids in the route are checked against the caller.{stated}";
    }

    /// <summary>True where the ticket says who may call with such a method.</summary>
    public static bool IsStated(string method, RuleContext brief) =>
        Said(brief) is not null
            || Policy(method, brief).Length > 0
            || brief.Criteria.Any(c => Words.Any(c.Text, "401", "403") && Words.Any(c.Text, [.. RoleWords, "token", "signed in"]));

    /// <summary>How an endpoint that is there says who may call.</summary>
    public static string Unchanged(EndpointFact endpoint) =>
        endpoint.Access is { } access ? $"Unchanged: `{access}` ({endpoint.Place()})." : $"Unchanged ({endpoint.Place()}).";

    /// <summary>What endpoints of a file state about who may call, or the type through which its code names it; null where neither is there.</summary>
    public static string? Guard(string file, RuleContext brief) => brief.Grounding.Endpoints.FirstOrDefault(e => e.File == file && e.Access is not null)?.Access
        ?? brief.Grounding.Types.Where(t => t.File == file).SelectMany(t => t.Uses)
        .FirstOrDefault(u => u is "Policies" or "Policy" or "Roles"
            || u.EndsWith("Policies", StringComparison.Ordinal)
            || u.StartsWith("Authoriz", StringComparison.Ordinal));

    private static Planner.Core.Tickets.AcceptanceCriterion? Said(RuleContext brief) =>
        brief.Claims.For(SpecialistNames.Api)
            .Concat(brief.Criteria)
            .FirstOrDefault(c => Words.Any(c.Text, RoleWords) && Words.Any(c.Text, "only", "may", "own", "allowed", "their"));

    /// <summary>The policy that the ticket asks for, where the code has one of that name.</summary>
    private static string Policy(string method, RuleContext brief)
    {
        var asked = PolicyFor().Matches(brief.Ticket.Description).FirstOrDefault(m => m.Groups["method"].Value == method);
        var name = asked?.Groups["policy"].Value;
        var known = name is null ? null : brief.Grounding.Types.FirstOrDefault(t => t.Name is "Policies" or "Policy" && t.Members.Any(m => m.Name == name));
        return name is null ? "" : known is null
            ? $", with the policy `{name}`"
            : $", with the policy `{known.Name}.{name}` ({known.File}:{known.Members.First(m => m.Name == name).Line})";
    }

    [GeneratedRegex(
        "`(?<method>GET|POST|PUT|PATCH|DELETE)`[^`.\\n]{0,30}policy `(?<policy>[A-Za-z][A-Za-z0-9]{1,60})`",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PolicyFor();

    public static string DataClass(IReadOnlyList<ColumnFact> columns)
    {
        var parts = columns.SelectMany(c => Words.Split(c.Name).Select(p => (Part: p, c.Name))).ToList();
        var secret = parts.Find(p => Confidential.Contains(p.Part, StringComparer.Ordinal)).Name;
        var personal = parts.Find(p => Personal.Contains(p.Part, StringComparer.Ordinal)).Name
            ?? parts.Find(p => p.Name is "customer_id" or "user_id" or "person_id").Name;
        var money = parts.Find(p => Money.Contains(p.Part, StringComparer.Ordinal)).Name;
        return secret is not null ? $"confidential: holds `{secret}`"
            : personal is not null ? $"personal: `{personal}` tells who a person is"
            : money is not null ? $"internal: `{money}` is money between two parties and is shown to nobody else"
            : "internal: no field tells who a person is";
    }
}
