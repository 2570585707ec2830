using Planner.Core.Grounding.Facts;
using Planner.Core.Opinions;

namespace Planner.Core.Plans;

/// <summary>What is there today: needing it costs nothing.</summary>
internal sealed class Existing
{
    private readonly HashSet<Resource> things;

    public Existing(TicketGrounding grounding)
    {
        var inventory = grounding.Inventory;
        var stems = inventory.Paths.Select(p => Path.GetFileNameWithoutExtension(p));
        things =
        [
            .. inventory.Tables.Select(Resource.Table),
            .. inventory.Columns.Select(c => new Resource(ResourceKind.Column, c)),
            .. inventory.Endpoints.Select(Resource.Endpoint),
            .. inventory.Paths.Select(Resource.File),
            .. grounding.Types.Select(t => t.Name).Concat(stems).Select(Resource.Type),
        ];
    }

    public bool Has(Resource resource) => things.Contains(resource);
}
