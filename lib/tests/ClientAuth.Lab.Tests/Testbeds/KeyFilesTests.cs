using ClientAuth.Lab.Testbeds;

namespace ClientAuth.Lab.Tests.Testbeds;

/// <summary>Where a lesson writes a key, and what becomes of it.</summary>
public sealed class KeyFilesTests
{
    [Fact]
    public async Task Files_of_a_lab_are_in_a_folder_of_its_own_and_go_with_it()
    {
        await using var other = await LessonLab.OpenAsync();
        var kept = other.KeyFile("my-phone.p12");
        await File.WriteAllTextAsync(kept, "a key", TestContext.Current.CancellationToken);
        var lab = await LessonLab.OpenAsync();
        var gone = lab.KeyFile("my-phone.p12");
        await File.WriteAllTextAsync(gone, "a key", TestContext.Current.CancellationToken);
        Assert.Equal(gone, lab.KeyFile("my-phone.p12"));

        await lab.DisposeAsync();

        Assert.Equal(Checkout.PathOf("certs"), Path.GetDirectoryName(Path.GetDirectoryName(gone)));
        Assert.False(Directory.Exists(Path.GetDirectoryName(gone)));
        Assert.True(File.Exists(kept));
    }

    // A file in place of the folder stops even root.
    [Fact]
    public void A_folder_for_keys_that_cannot_be_made_is_named_with_what_to_do()
    {
        var file = Checkout.PathOf("README.md");
        using var keys = new KeyFiles(file);

        var error = Assert.Throws<IOException>(() => keys.PathOf("key.pem"));

        Assert.StartsWith($"No folder for keys can be made in '{file}': ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            " Name another in the environment variable CLIENT_AUTH_KEYS.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("../my-phone.p12")]
    [InlineData("keys/my-phone.p12")]
    public async Task A_name_that_leads_elsewhere_is_refused(string name)
    {
        await using var lab = await LessonLab.OpenAsync();

        var error = Assert.Throws<ArgumentException>(() => lab.KeyFile(name));

        Assert.Equal(
            $"'{name}' is no plain file name; write one like \"my-phone.p12\". (Parameter 'name')",
            error.Message
        );
    }
}
