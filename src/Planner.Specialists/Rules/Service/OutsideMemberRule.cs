using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;
using Planner.Core.Text.Words;
using Planner.Specialists.Rules.Choices;
using Planner.Specialists.Rules.Drafting;

namespace Planner.Specialists.Rules.Service;

/// <summary>What the ticket wants from the outside and the type that goes there cannot do yet.</summary>
internal sealed class OutsideMemberRule : IRule
{
    private static readonly string[] Verbs = Lexicon.Words("service", "verbs");

    public void Apply(RuleContext brief, OpinionBuilder draft)
    {
        if (ExternalCall.Outside(brief) is not { } type || brief.Choices.Option(ExternalCall.KeyName) is null)
        {
            return;
        }

        var verb = Verbs.FirstOrDefault(v => brief.Claims.For(SpecialistNames.Service).Any(c => Words.Stems(c.Text).Contains(v))
            && !type.Members.Any(m => m.Name.Contains(v, StringComparison.OrdinalIgnoreCase)));
        if (verb is not null && type.Members.FirstOrDefault(m => m.Kind == "method") is { } like)
        {
            Add(brief, draft, type, like, Words.Pascal(verb));
        }
    }

    private static void Add(RuleContext brief, OpinionBuilder draft, TypeFact type, MemberFact like, string verb)
    {
        var name = verb + (like.Name.EndsWith("Async", StringComparison.Ordinal) ? "Async" : "");
        var signature = like.Signature.Replace(like.Name + "(", name + "(", StringComparison.Ordinal);
        var others = brief.Grounding.Types.Where(t => t.Bases.Contains(type.Name, StringComparer.Ordinal) && !brief.Files.IsTest(t.File)).ToList();
        var types = others.Prepend(type).ToList();
        var member = new MemberSpec(
            signature,
            $"Shaped like `{like.Name}`; its parameters are what the other side asks for. Takes a key that makes a repeated call harmless.",
            MethodStyle.Errors(brief, finds: false, validates: false, decides: true));
        draft.Services = draft.Services with
        {
            Services = [
            .. draft.Services.Services,
            .. types.Select(t => new ServiceChange(t.Name, t.Kind, t.File, ChangeKind.Modify, [member], [], Callers.Of(t, brief))),
        ]
        };
        var satisfies = brief.Claims.For(SpecialistNames.Service).Where(c => Words.Stems(c.Text).Contains(verb.ToLowerInvariant())).Select(c => c.Id).ToList();
        var main = others.Count > 0 ? others[0] : type;
        var id = draft.Do(brief, new Work(
            $"outside-{verb}",
            $"Add `{name}` to {Words.List(types.Select(t => $"`{t.Name}`"))}",
            $"Like `{like.Name}` ({type.File}:{like.Line}); a time-out is told from a refusal.",
            TaskSize.S)
        {
            Satisfies = [.. satisfies, brief.Choices.Id(ExternalCall.KeyName)],
            Paths = [.. types.Select(t => t.File)],
        });
        draft.Prove(
            brief,
            $"outside-{verb}",
            $"`{main.Name}.{name}` tells success, refusal and time-out apart",
            satisfies,
            TestKind.Unit,
            id,
            TestFiles.Of(brief, main.Name, main.File));
        var service = draft.Tasks.FindIndex(t => t.Id.StartsWith("service/implement-", StringComparison.Ordinal));
        if (service >= 0)
        {
            draft.Tasks[service] = draft.Tasks[service] with { DependsOn = [.. draft.Tasks[service].DependsOn, id] };
        }
    }
}
