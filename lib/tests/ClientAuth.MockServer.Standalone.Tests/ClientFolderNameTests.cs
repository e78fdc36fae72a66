using ClientAuth.MockServer.Standalone.Manifests;

namespace ClientAuth.MockServer.Standalone.Tests;

public sealed class ClientFolderNameTests
{
    [Theory]
    [InlineData(1, "mobile-app", "01-mobile-app")]
    [InlineData(2, "../../etc", "02-------etc")]
    [InlineData(3, "https://app.example/a:b", "03-https---app-example-a-b")]
    [InlineData(120, "CON", "120-CON")]
    public void Name_stays_in_its_folder_and_means_nothing_to_the_platform(int number, string clientId, string name) =>
        Assert.Equal(name, ClientFolderName.Of(number, clientId));

    [Fact]
    public void Long_identifier_is_cut() =>
        Assert.Equal("01-" + new string('a', 40), ClientFolderName.Of(1, new string('a', 4000)));
}
