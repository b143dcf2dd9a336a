"""SaySo for notebooks: `import sayso`."""
