namespace Plus.Kernel;

internal static class Placeholder;
