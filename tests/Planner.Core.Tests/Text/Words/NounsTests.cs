using Planner.Core.Text.Words;
using Xunit;
using CodeWords = Planner.Core.Text.Words.Words;

namespace Planner.Core.Tests.Text.Words;

public sealed class NounsTests
{
    [Theory]
    [InlineData("orders", "order")]
    [InlineData("categories", "category")]
    [InlineData("boxes", "box")]
    [InlineData("addresses", "address")]
    [InlineData("branches", "branch")]
    [InlineData("dishes", "dish")]
    [InlineData("sizes", "size")]
    [InlineData("responses", "response")]
    [InlineData("warehouses", "warehouse")]
    [InlineData("schemas", "schema")]
    [InlineData("ids", "id")]
    [InlineData("ties", "tie")]
    public void Regular_plural_loses_its_ending(string many, string one) => Assert.Equal(one, Nouns.Singular(many));

    [Theory]
    [InlineData("people", "person")]
    [InlineData("children", "child")]
    [InlineData("statuses", "status")]
    [InlineData("caches", "cache")]
    [InlineData("criteria", "criterion")]
    [InlineData("indices", "index")]
    [InlineData("analyses", "analysis")]
    [InlineData("aliases", "alias")]
    [InlineData("movies", "movie")]
    [InlineData("apis", "api")]
    [InlineData("shelves", "shelf")]
    [InlineData("People", "Person")]
    [InlineData("PEOPLE", "PERSON")]
    public void Irregular_plural_is_known(string many, string one) => Assert.Equal(one, Nouns.Singular(many));

    [Theory]
    [InlineData("status")]
    [InlineData("address")]
    [InlineData("analysis")]
    [InlineData("series")]
    [InlineData("news")]
    [InlineData("postgres")]
    [InlineData("sms")]
    [InlineData("order")]
    [InlineData("is")]
    [InlineData("")]
    public void Singular_stays(string word) => Assert.Equal(word, Nouns.Singular(word));

    [Theory]
    [InlineData("order_returns", "order_return")]
    [InlineData("sales_people", "sales_person")]
    [InlineData("SalesPeople", "SalesPerson")]
    [InlineData("order_status", "order_status")]
    [InlineData("orderIDs", "orderID")]
    [InlineData("returns_", "returns_")]
    [InlineData("", "")]
    public void Last_word_of_a_name_is_put_in_the_singular(string name, string one) => Assert.Equal(one, CodeWords.Singular(name));

    [Fact]
    public void Word_that_is_oftener_a_verb_stays_one() => Assert.Equal("leave", Nouns.Singular("leaves"));

    [Theory]
    [InlineData("deleted", "deletes")]
    [InlineData("deleting", "delete")]
    [InlineData("cancelled", "cancels")]
    [InlineData("statuses", "status")]
    public void Forms_of_a_word_share_their_stem(string one, string other) => Assert.Equal(Stems.Of(one), Stems.Of(other));
}
