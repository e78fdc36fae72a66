using ClientAuth.Lab.Capstone;

namespace ClientAuth.Lab.Tests.Capstone;

/// <summary>The end of lesson 13: a green fleet, the summary of the methods, and the page to print.</summary>
public sealed class CapstonePageTests
{
    [Fact]
    public async Task The_mended_fleet_is_green_and_its_page_is_written_over_itself_and_nothing_else()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var fleet = MendedFleet.Green();
            var page = Path.Combine(folder.FullName, "page.html");
            var other = Path.Combine(folder.FullName, "other.html");
            File.WriteAllText(other, "<p>mine</p>");

            Assert.Contains(
                "10 of 10 faults mended; 6 of 6 clients",
                (await fleet.ShowAsync(TestContext.Current.CancellationToken)).ToString(),
                StringComparison.Ordinal
            );
            await fleet.WritePageAsync(page, TestContext.Current.CancellationToken);
            await fleet.WritePageAsync(page, TestContext.Current.CancellationToken);
            if (!OperatingSystem.IsWindows())
            {
                var link = new FileInfo(Path.Combine(folder.CreateSubdirectory("links").FullName, "link.html"));
                link.CreateAsSymbolicLink(page);
                await fleet.WritePageAsync(link.FullName, TestContext.Current.CancellationToken);
                Assert.Equal(page, link.LinkTarget);
            }

            await Assert.ThrowsAsync<IOException>(() =>
                fleet.WritePageAsync(other, TestContext.Current.CancellationToken)
            );
            await Assert.ThrowsAsync<ArgumentException>(() =>
                fleet.WritePageAsync("page.txt", TestContext.Current.CancellationToken)
            );

            Assert.Contains("the clock was three minutes ahead", File.ReadAllText(page), StringComparison.Ordinal);
            Assert.Equal(["other.html", "page.html"], folder.GetFiles().Select(file => file.Name).Order());
            Assert.Equal("<p>mine</p>", File.ReadAllText(other));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task The_summary_says_what_was_sent_and_stored_and_what_the_sdks_call_it()
    {
        var summary = (await CapstoneFleet.SummaryAsync(TestContext.Current.CancellationToken)).ToString();

        Assert.StartsWith(
            """
            Methods, attestation and the fallback
            client_secret_basic
            sent                  Authorization: Basic
            stored by the server  client_secret
            refused? check first  The value sent is not the secret; The server expects a hash, or hashes in another way; Special characters in the secret are encoded on one side only
            Kotlin                Secret
            Swift                 ClientAuthenticationMethodSecret
            React Native          secretAuthentication
            """.ReplaceLineEndings("\n"),
            summary,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [
                "Authorization: Basic",
                "client_assertion",
                "client_assertion",
                "a certificate in the TLS handshake, client_id",
                "/challenge, /cat, /token; at last subject_token, client_id, a DPoP proof",
                "/token, /register; at last client_assertion, a DPoP proof",
            ],
            Values("sent")
        );
        Assert.Equal(
            [
                "client_secret",
                "client_secret, token_endpoint_auth_signing_alg",
                "token_endpoint_auth_signing_alg, jwks",
                "tls_client_auth_subject_dn",
                "no credential; the app's signer, and the roots of its makers",
                "a template, opened by the main client old-scanner; for each device: client_name, jwks",
            ],
            Values("stored by the server")
        );
        Assert.Equal(
            [
                "secretAuthentication",
                "jwtSymmetricAuthentication",
                "AndroidJwtAsymmetricAuthentication, iOSJwtAsymmetricAuthentication",
                "AndroidMtlsAuthentication, iOSMtlsAuthentication",
                "createAndroidConfiguration, createIOSConfiguration",
                "dcrConfiguration",
            ],
            Values("React Native")
        );

        IEnumerable<string> Values(string name) =>
            from line in summary.Split('\n')
            where line.StartsWith($"{name}  ", StringComparison.Ordinal)
            select line[name.Length..].TrimStart();
    }
}
