package com.example.properties;

class ImageIdTestCase extends ImageIdProperties {}
