namespace Planner.Core.Opinions;

/// <summary>When two local things are about the same.</summary>
internal static class Topic
{
    /// <summary>
    /// Keys tell it. Only where one of the two has none, because it was stored before there were keys, their wordings do.
    /// </summary>
    public static bool IsSame(TopicKey one, string wording, TopicKey other, string otherWording) =>
        one == other || ((one.IsWording || other.IsWording) && TopicKey.OfWording(wording) == TopicKey.OfWording(otherWording));

    /// <summary>What tells a thing that has no key: the last part of its local id, or its words where it has an id of the plan.</summary>
    public static string Worded(string id, string words) => id.LastIndexOf('/') is >= 0 and var slash ? id[(slash + 1)..] : words;
}
