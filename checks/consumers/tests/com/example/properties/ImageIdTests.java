package com.example.properties;

class ImageIdTests extends ImageIdProperties {}
