using Planner.Core.Text.Words;
using Xunit;
using CodeWords = Planner.Core.Text.Words.Words;

namespace Planner.Core.Tests.Text.Words;

public sealed class IdentifierWordsTests
{
    [Theory]
    [InlineData("IOrderItemService", "i order item service")]
    [InlineData("order_items", "order items")]
    [InlineData("/api/order-items/{orderId}", "api order items order id")]
    [InlineData("HTTPRequestURL", "http request url")]
    [InlineData("sha256Hash", "sha256 hash")]
    [InlineData("GrößeÄndern", "größe ändern")]
    [InlineData("__", "")]
    public void Name_of_any_style_is_split_into_its_words(string name, string words) => Assert.Equal(words, string.Join(' ', IdentifierWords.All(name)));

    [Theory]
    [InlineData("sha256_hashes", "Sha256Hashes")]
    [InlineData("order-return", "OrderReturn")]
    [InlineData("größe_ändern", "GrößeÄndern")]
    public void Words_are_joined_again_as_a_type_is_named(string name, string type) => Assert.Equal(type, CodeWords.Pascal(name));
}
