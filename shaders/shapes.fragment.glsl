// How much of a pixel a shape covers. Straight edges are measured exactly, as the part of the pixel's square on their inner side:
// an edge between two pixels is not blurred, and a line thinner than a pixel is as faint as it is thin. Round edges go by
// the distance from the pixel's middle.
precision highp float;
precision highp int;

in vec2 position; // the pixel's middle, device px, y down
flat in vec4 shapeBox; // left, top, right, bottom
flat in float shapeRadius;
flat in uvec2 shapeForm;
flat in vec4 shapeColour;
flat in vec4 clipBox; // left, top, right, bottom
flat in float clipRadius;
flat in uint clipCorners;

out vec4 fragmentColour;

// In the order of render::ShapeKind.
const uint kRoundedRectangle = 0u;
const uint kDisc = 1u;
const uint kQuarterDisc = 2u;
const uint kQuarterArcs = 3u;
const uint kDiamond = 4u;

float coverByDistance(float signedDistance) {
    return clamp(0.5 - signedDistance, 0.0, 1.0);
}

float coverBox(vec4 box) {
    vec2 inside = clamp(min(position + 0.5, box.zw) - max(position - 0.5, box.xy), 0.0, 1.0);
    return inside.x * inside.y;
}

float coverRoundedBox(vec4 box, float radius) {
    float covered = coverBox(box);
    float fitting = min(radius, 0.5 * min(box.z - box.x, box.w - box.y));
    vec2 fromCentre = max(box.xy + fitting - position, position - box.zw + fitting);
    if (min(fromCentre.x, fromCentre.y) > 0.0) {
        covered = min(covered, coverByDistance(length(fromCentre) - fitting));
    }
    return covered;
}

// The distance to an ellipse by its first-order approximation; exact for a circle.
float coverEllipse(vec2 fromCentre, vec2 radii) {
    vec2 scaled = fromCentre / radii;
    float steepness = length(scaled / radii);
    if (steepness == 0.0) return coverByDistance(-min(radii.x, radii.y));
    float reach = length(scaled);
    return coverByDistance(reach * (reach - 1.0) / steepness);
}

vec2 cornerPoint(uint corner) {
    return vec2(corner == 1u || corner == 2u ? shapeBox.z : shapeBox.x, corner >= 2u ? shapeBox.w : shapeBox.y);
}

float coverQuarterArcs(float fromCorner, float width) {
    float step = width / 7.0;
    float covered = 0.0;
    for (float inner = 1.0; inner < 6.0; inner += 2.0) {
        covered += coverByDistance(fromCorner - (inner + 1.0) * step) - coverByDistance(fromCorner - inner * step);
    }
    return covered;
}

float coverDiamond(vec2 fromCentre, float width, float radius) {
    const float kHalfRoot = 0.70710678;
    vec2 turned = abs(vec2(fromCentre.x + fromCentre.y, fromCentre.x - fromCentre.y)) * kHalfRoot;
    float halfSide = 0.5 * width * kHalfRoot;
    float fitting = min(radius, halfSide);
    vec2 beyond = turned - (halfSide - fitting);
    return coverByDistance(length(max(beyond, 0.0)) + min(max(beyond.x, beyond.y), 0.0) - fitting);
}

float coverShape() {
    vec2 size = shapeBox.zw - shapeBox.xy;
    vec2 fromCentre = position - 0.5 * (shapeBox.xy + shapeBox.zw);
    float fromCorner = length(position - cornerPoint(shapeForm.y));
    switch (shapeForm.x) {
    case kRoundedRectangle: return coverRoundedBox(shapeBox, shapeRadius);
    case kDisc: return coverEllipse(fromCentre, 0.5 * size);
    case kQuarterDisc: return coverBox(shapeBox) * coverByDistance(fromCorner - size.x);
    case kQuarterArcs: return coverBox(shapeBox) * coverQuarterArcs(fromCorner, size.x);
    case kDiamond: return coverDiamond(fromCentre, min(size.x, size.y), shapeRadius);
    }
    return 0.0;
}

// In the order of render::Corner.
uint nearestCorner(vec4 box) {
    vec2 middle = 0.5 * (box.xy + box.zw);
    bool isRight = position.x > middle.x;
    if (position.y > middle.y) return isRight ? 2u : 3u;
    return isRight ? 1u : 0u;
}

float coverClip() {
    bool isRound = (clipCorners >> nearestCorner(clipBox) & 1u) == 1u;
    return isRound ? coverRoundedBox(clipBox, clipRadius) : coverBox(clipBox);
}

void main() {
    float covered = coverShape() * coverClip();
    fragmentColour = vec4(shapeColour.rgb, shapeColour.a * covered);
}
