package com.example.properties;

class TestImageId extends ImageIdProperties {}
