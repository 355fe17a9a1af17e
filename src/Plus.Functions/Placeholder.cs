namespace Plus.Functions;

internal static class Placeholder;
