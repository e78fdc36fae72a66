using ClientAuth.Protocol.Discovery;

namespace ClientAuth.Protocol.Tests.Discovery;

/// <summary>An issuer with a path publishes its metadata below two addresses, which are made in two ways.</summary>
public sealed class MetadataAddressesTests
{
    [Theory]
    [InlineData(
        "https://as.example",
        "https://as.example/.well-known/oauth-authorization-server",
        "https://as.example/.well-known/openid-configuration"
    )]
    [InlineData(
        "https://as.example:8443/tenant/one/",
        "https://as.example:8443/.well-known/oauth-authorization-server/tenant/one",
        "https://as.example:8443/tenant/one/.well-known/openid-configuration"
    )]
    public void The_well_known_path_stands_before_the_path_of_the_issuer_or_behind_it(
        string issuer,
        string oauth,
        string openId
    ) => Assert.Equal([oauth, openId], MetadataAddresses.All(new Uri(issuer)).Select(address => address.AbsoluteUri));
}
