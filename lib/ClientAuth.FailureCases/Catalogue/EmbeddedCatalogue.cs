namespace ClientAuth.FailureCases.Catalogue;

/// <summary>The catalogue that this assembly was built with, so that the tester needs no checkout.</summary>
public static class EmbeddedCatalogue
{
    private const string Name = "failure-cases.json";

    public static FailureCatalogue Read()
    {
        using var stream = typeof(EmbeddedCatalogue).Assembly.GetManifestResourceStream(Name)!;
        using var text = new MemoryStream();
        stream.CopyTo(text);
        return FailureCatalogue.Read(text.ToArray(), Name);
    }
}
