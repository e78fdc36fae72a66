using System.Text;
using ClientAuth.FailureCases.Catalogue;

namespace ClientAuth.FailureCases.Tests;

/// <summary>A case that is right and short, for a test to spoil.</summary>
internal static class TestCase
{
    /// <param name="method">Whose client sends it.</param>
    /// <param name="members">JSON members beside those that every case has.</param>
    public static FailureCase Of(string method, string members) =>
        FailureCatalogue
            .Read(
                Encoding.UTF8.GetBytes(
                    $$"""
                    {
                      "sections": [{ "id": "secret", "title": "t", "cases": [{
                        "id": "S99", "title": "t", "methods": ["{{method}}"], "specification": "s",
                        "strength": "must", "lesson": "02", "why": "w", {{members}} }] }]
                    }
                    """
                ),
                "test"
            )
            .Find("S99");
}
