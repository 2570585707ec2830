using Planner.Core.Text;

namespace Planner.Core.Opinions.Guarding.Writing;

/// <summary>A model writes nothing that people do not see. The few that emoji are made of go without a word.</summary>
internal sealed class HiddenSignRule : IWritingRule
{
    public string Clean(string text, KnownWriting known, Action<string> takenOut)
    {
        if (HiddenSigns.AreNotable(text))
        {
            takenOut("signs that nobody sees");
        }

        return HiddenSigns.Without(text);
    }
}
