using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>From local ids of one kind to ids of the plan.</summary>
internal sealed class IdMap(string kind, IReadOnlyDictionary<string, string> ids)
{
    public static IdMap Numbered(string kind, string prefix, IEnumerable<string> locals) => Merged(kind, prefix, locals.Select(l => new List<string> { l }));

    public static IdMap Merged(string kind, string prefix, IEnumerable<List<string>> groups)
    {
        var numbering = new Numbering(prefix, []);
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var id = numbering.Next();
            group.ForEach(local => ids[local] = id);
        }

        return new(kind, ids);
    }

    /// <summary>The id of something that is known to exist.</summary>
    public string Of(string local) => ids.TryGetValue(local, out var id) ? id : throw new UnresolvedReferenceException("The plan", kind, local);

    /// <summary>The id of something that is referred to, in full or without the area's name.</summary>
    public string Resolve(string reference, string area, string owner) =>
        TryResolve(reference, area) ?? throw new UnresolvedReferenceException(owner, kind, reference);

    public string? TryResolve(string reference, string area) =>
        WorkDraft.Find(reference, area, ids.ContainsKey) is { } local ? ids[local] : null;

    /// <summary>Orders by id; what is not known comes last.</summary>
    public string Position(string local) => ids.GetValueOrDefault(local, "~");
}
