using System.Text.Json.Nodes;

namespace NotebookEngine.Tests;

/// <summary>Writes a notebook's JSON, valid nbformat 4.5 unless a test changes it.</summary>
public sealed class NotebookText
{
    public JsonObject Root { get; } =
        JsonNode
            .Parse(
                """
                {
                  "cells": [],
                  "metadata": { "kernelspec": { "display_name": ".NET (C#)", "language": "C#", "name": ".net-csharp" } },
                  "nbformat": 4,
                  "nbformat_minor": 5
                }
                """
            )!
            .AsObject();

    public JsonArray Cells => Root["cells"]!.AsArray();

    public NotebookText Code(string id, string source, params string[] tags)
    {
        var cell = Cell("code", id, source);
        cell["execution_count"] = null;
        cell["outputs"] = new JsonArray();
        if (tags.Length > 0)
        {
            cell["metadata"]!["tags"] = new JsonArray([.. tags.Select(tag => (JsonNode)tag)]);
        }

        Cells.Add((JsonNode)cell);
        return this;
    }

    public NotebookText Markdown(string id, string source)
    {
        Cells.Add((JsonNode)Cell("markdown", id, source));
        return this;
    }

    public override string ToString() => Root.ToJsonString();

    private static JsonObject Cell(string kind, string id, string source) =>
        new()
        {
            ["cell_type"] = kind,
            ["id"] = id,
            ["metadata"] = new JsonObject(),
            ["source"] = source,
        };
}
