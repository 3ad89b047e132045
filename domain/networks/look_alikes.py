"""
Letters of Latin, Greek and Cyrillic that look like others: generated, and never changed by hand.

From the data of Unicode Technical Standard 39 (confusables.txt, version 15.0; copyright Unicode, Inc., Unicode License v3): every
letter of these scripts whose skeleton is, without accents and capitals, one or two letters or digits of ASCII. An m looks like rn
there, and stands for itself here.
"""

from collections.abc import Mapping
from typing import Final

BY_LOOKS: Final[Mapping[str, str]] = {
    "2": "\u01a7\u01bb\ua644\ua75a",
    "3": "\u01b7\u021c\u0417\u0498\u04e0\ua76a\ua7ab",
    "5": "\u01bc",
    "6": "\u0431",
    "8": "\u0222\u0223",
    "9": "\ua76e",
    "a": "\u0251\u0391\u03b1\u0410\u0430",
    "aa": "\ua732\ua733",
    "ae": "\u00c6\u00e6\u04d4\u04d5",
    "ao": "\ua734\ua735",
    "au": "\ua736\ua737",
    "av": "\ua738\ua739\ua73a\ua73b",
    "ay": "\ua73c\ua73d",
    "b": "\u0180\u0182\u0183\u0184\u0253\u0392\u0411\u0412\u042c\u0462\u0463\u048c\u048d\ua7b4",
    "bl": "\u042b",
    "c": "\u023c\u0421\u0441\u04aa\u04ab\u1d04",
    "d": "\u00d0\u0110\u0111\u0189\u018c\u0256\u0257\u0501",
    "dz": "\u02a3",
    "e": "\u0246\u0247\u0395\u0415\u0435\u04bd\u04bf\uab32",
    "f": "\u0191\u0192\u03dc\u1d6e\u1e9d\ua798\ua799\uab35",
    "g": "\u018d\u01e4\u01e5\u0260\u0261\u050c\u1d83",
    "h": "\u0126\u0127\u0266\u0397\u041d\u045b\u04a2\u04bb\u04c7\u04c9\u2c67\ua695",
    "i": "\u0131\u0268\u0269\u026a\u03b9\u0456\u04cf\u1d7b\u1d7c\ua647",
    "j": "\u0248\u0249\u037f\u03f3\u0408\u0458\ua7b2",
    "k": "\u0199\u039a\u041a\u049a\u049e\u2c69\ua740",
    "l": "\u0141\u0142\u0196\u0197\u019a\u01c0\u026b\u026d\u0399\u0406\u04c0",
    "ll": "\u01c1",
    "lo": "\u042e",
    "ls": "\u02aa",
    "lz": "\u02ab",
    "m": "\u0271\u039c\u03fa\u041c\u04cd\u1d6f",
    "n": "\u019d\u019e\u0273\u039d\u03b7\u1d70",
    "o": (
        "\u00d8\u00f8\u019f\u0275\u0398\u039f\u03b8\u03bf\u03c3\u041e\u043e\u0472\u0473\u04e8\u04e9\u1d0f\u1d11\ua74a"
        "\ua74b\uab3d\uab3e"
    ),
    "oe": "\u0152\u0153",
    "oo": "\ua698\ua699\ua74e\ua74f",
    "p": "\u01a5\u03a1\u03c1\u0420\u0440\u1d7d",
    "q": "\u02a0\u051b",
    "r": "\u01a6\u024d\u027c\u027d\u0433\u0493\u1d26\u1d72\uab47\uab48",
    "s": "\u01bd\u0282\u0405\u0455\u1d74\ua731",
    "ss": "\u00df\u03b2\u1e9e\ua7b5",
    "t": "\u0166\u0167\u01ad\u01ae\u023e\u03a4\u0422\u04ac\u1d75",
    "t3": "\ua728",
    "tf": "\ua777",
    "ts": "\u02a6",
    "u": "\u0244\u028b\u03c5\u1d1c\u1d7e\ua79f\uab4e\uab52",
    "ue": "\u1d6b",
    "uo": "\uab63",
    "v": "\u03bd\u0474\u0475\u1d20",
    "w": "\u026f\u0461\u047d\u051c\u051d\u1d21\ua761",
    "x": "\u03a7\u0425\u0445\u04b2\ua7b3",
    "y": "\u01b4\u024e\u024f\u0263\u028f\u03a5\u03b3\u0423\u0443\u04ae\u04af\u04b0\u04b1\u1d8c\u1eff\uab5a",
    "z": "\u01b5\u01b6\u0224\u0225\u0290\u0396\u1d22\u1d76",
}
"""By what they look like."""

LOOKS_LIKE: Final[Mapping[str, str]] = {letter: looks for looks, letters in BY_LOOKS.items() for letter in letters}
