namespace Lessons.Tests.Pages;

/// <summary>A page that is written from a file of <c>data/</c>.</summary>
internal static class WrittenPage
{
    public static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_LESSONS") == "1";

    /// <summary>Compares the page, or with <c>UPDATE_LESSONS=1</c> writes it.</summary>
    /// <param name="page">From the root of the checkout.</param>
    /// <param name="expected">Its whole text.</param>
    public static void Hold(string page, string expected)
    {
        var file = Path.Combine(Checkout.Root, page);
        if (IsUpdate)
        {
            File.WriteAllText(file, expected);
            return;
        }

        Assert.Equal(expected, File.ReadAllText(file));
    }
}
