using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Planner.Core.Text;

/// <summary>
/// The events of YAML that people write by hand. Anchors, references to them and tags are refused: a few lines of references make
/// millions of values, and tags name types.
/// </summary>
internal sealed class PlainYamlParser(string yaml) : IParser
{
    private readonly Parser parser = new(new StringReader(yaml));

    public ParsingEvent? Current => parser.Current;

    /// <exception cref="YamlException">It is no YAML, or more of YAML than is read here.</exception>
    public bool MoveNext()
    {
        var moved = parser.MoveNext();
        if (moved && Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
        {
            throw new YamlException(Current!.Start, Current.End, "References and tags are not read.");
        }

        return moved;
    }
}
