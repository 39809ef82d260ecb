package com.example.properties;

class ImageIdTest extends ImageIdProperties {}
