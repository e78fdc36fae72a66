using ClientAuth.Visuals.Html;

namespace ClientAuth.Visuals.Tests.Html;

public sealed class BreakableTextTests
{
    [Fact]
    public void A_long_name_may_break_after_a_separator_only() =>
        Assert.Equal(
            "urn:<wbr />ietf:<wbr />client-assertion self_<wbr />signed 00:05:59.35",
            new BreakableText("urn:ietf:client-assertion self_signed 00:05:59.35").ToString()
        );

    [Fact]
    public void What_it_holds_is_encoded_like_any_text() =>
        Assert.Equal("a:<wbr />b&lt;i&gt;=&quot;", new BreakableText("a:b<i>=\"").ToString());
}
