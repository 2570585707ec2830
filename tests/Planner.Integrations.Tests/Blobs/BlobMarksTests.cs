using Planner.Conformance.Stores;
using Planner.Integrations.Blobs;
using Xunit;

namespace Planner.Integrations.Tests.Blobs;

/// <summary>Marks in blobs; their container is made by the first one.</summary>
public sealed class BlobMarksTests(StorageAccount account)
{
    private readonly string container = StorageAccount.NewContainer();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mark_IsSetOnceAndStands()
    {
        var marks = await Open();

        Assert.True(await marks.TrySet("starts~SHOP-1", "started", "first", Cancellation));
        Assert.False(await marks.TrySet("starts~SHOP-1", "started", "second", Cancellation));
        Assert.Equal("first", await (await Open()).Find("starts~SHOP-1", "started", Cancellation));
    }

    [Fact]
    public async Task Names_AreThoseOfThePlaceInOrder()
    {
        var marks = await Open();
        foreach (var name in new[] { "2~SHOP-1.a", "1~b/c", "3~ü" })
        {
            await marks.TrySet("purged~", name, "{}", Cancellation);
        }

        await marks.TrySet("purged~other", "0", "{}", Cancellation);

        Assert.Equal(["1~b/c", "2~SHOP-1.a", "3~ü"], await marks.Names("purged~", Cancellation));
        Assert.Empty(await marks.Names("nothing", Cancellation));
    }

    [Fact]
    public async Task Removed_OneOrAllOfAPlace_AreGone_AndRemovingAgainIsNoFault()
    {
        var marks = await Open();
        await marks.TrySet("a", "1", "{}", Cancellation);
        await marks.TrySet("a", "2", "{}", Cancellation);
        await marks.TrySet("b", "1", "{}", Cancellation);

        await marks.Remove("a", "1", Cancellation);
        Assert.Equal(["2"], await marks.Names("a", Cancellation));
        await marks.Remove("a", null, Cancellation);
        await marks.Remove("a", null, Cancellation);
        await marks.Remove("a", "2", Cancellation);

        Assert.Null(await marks.Find("a", "2", Cancellation));
        Assert.Equal(["1"], await marks.Names("b", Cancellation));
        Assert.True(await marks.TrySet("a", "1", "{}", Cancellation));
    }

    private async Task<BlobMarks> Open() => new(BlobContainers.ByConnectionString(await account.ConnectionString(), container));
}
