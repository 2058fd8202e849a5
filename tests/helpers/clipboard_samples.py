"""What programs put on the clipboard, as they write it: long style sheets shortened, structure kept."""

from __future__ import annotations

EXCEL_HTML = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Excel 15">
<link id=Main-File rel=Main-File href="file:///C:/Users/Sanne/AppData/Local/Temp/msohtmlclip1/01/clip.htm">
<style>
<!--table {mso-displayed-decimal-separator:"\\,";}
.xl65 {mso-number-format:"\\0022€\\0022\\\\ \\#\\,\\#\\#0\\.00"; border:.5pt solid windowtext;}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=192 style='border-collapse: collapse;width:144pt'>
<!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 colspan=2 class=xl65 width=64 style='height:15.0pt;width:48pt'>Partners &amp; leveranciers</td>
  <td class=xl65 width=64 style='width:48pt'></td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 class=xl65 align=right style='height:15.0pt'>€ 1.250,50</td>
  <td rowspan=2 class=xl65>Café<br style='mso-data-placement:same-cell'>
    De Zwaan</td>
  <td>&nbsp;</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 style='height:15.0pt'><font class="font5">Bakker </font><b>Jansen</b></td>
  <td></td>
 </tr>
 <!--[if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr><![endif]-->
<!--EndFragment-->
</table>
</body>
</html>
"""
EXCEL_TEXT = 'Partners & leveranciers\t\t\r\n€ 1.250,50\t"Café\nDe Zwaan"\t\r\nBakker Jansen\t\t\r\n'
EXCEL_NOTES = ["Partners & leveranciers", "€ 1.250,50", "Café\nDe Zwaan", "Bakker Jansen"]

WORD_HTML = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><o:OfficeDocumentSettings>
<o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Font Definitions */ @font-face {font-family:Wingdings;} @list l0:level1 {mso-level-text:;} --></style>
</head><body lang=NL style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoNormal>Wat onze klanten zeggen:<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt
"Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Snel geholpen,
ook op zaterdag<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span></span><![endif]><b>Zonder</b> wachtrij<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span></span><![endif]>Eerlijke
prijs<br>en korting<o:p></o:p></p>
<!--EndFragment--></body></html>
"""
WORD_TEXT = (
    "Wat onze klanten zeggen:\r\n"
    "•\tSnel geholpen, ook op zaterdag\r\no\tZonder wachtrij\r\n1.\tEerlijke prijs\ven korting"
)
WORD_NOTES = [
    "Wat onze klanten zeggen:",
    "Snel geholpen, ook op zaterdag",
    "Zonder wachtrij",
    "Eerlijke prijs\nen korting",
]

SHEETS_HTML = """<meta name='generator' content='Sheets'/><style type="text/css"><!--td {border: 1px solid #cccccc;}br
{mso-data-placement:same-cell;}--></style><google-sheets-html-origin><style type="text/css"><!--td {}--></style>
<table xmlns="http://www.w3.org/1999/xhtml" cellspacing="0" cellpadding="0" dir="ltr" border="1"
data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;">
<td style="padding:2px 3px;" data-sheets-value='{"1":2,"2":"prijs > 10 & <korting>"}'>prijs &gt; 10 &amp;
&lt;korting&gt;</td><td></td></tr>
<tr><td data-sheets-numberformat='{"1":1}'>12</td><td>Webshop</td></tr></tbody></table>
"""
SHEETS_NOTES = ["prijs > 10 & <korting>", "12", "Webshop"]

WEB_HTML = """<html><body><!--StartFragment--><h2 style="color: rgb(0, 0, 0);">Kanalen</h2><ul><li>Winkel<ul><li>Utrecht
</li><li><p>Den&nbsp;Haag</p></li></ul></li><li><a href="https://voorbeeld.nl/?a=1&amp;b=2">Webshop</a> en <em>app</em>
</li></ul><p>Bron: eigen <script>alert("nee")</script>onderzoek</p><!--EndFragment--></body></html>"""
WEB_NOTES = ["Kanalen", "Winkel", "Utrecht", "Den Haag", "Webshop en app", "Bron: eigen onderzoek"]

MARKDOWN = """# Kanalen

- Webshop met **snelle** levering
  in heel Nederland
    - [Bol](https://bol.com)
1. Winkel
2) Markt
- [x] Flyers
* * *
| Wie | Wat |
|:----|----:|
| Bakker | brood \\| taart |
| Slager | |

> Een zin die
doorloopt op de volgende regel.
"""
MARKDOWN_NOTES = [
    "Kanalen",
    "Webshop met snelle levering in heel Nederland",
    "Bol (https://bol.com)",
    "Winkel",
    "Markt",
    "Flyers",
    "Wie",
    "Wat",
    "Bakker",
    "brood | taart",
    "Slager",
    "Een zin die doorloopt op de volgende regel.",
]

CSV_FILE = '\ufeffNaam;Prijs;Uitleg\r\nKoffie;2,50;"Vers; van ""eigen"" bonen"\r\nThee;1,75;"twee\r\nregels"\r\n'
CSV_NOTES = ["Naam", "Prijs", "Uitleg", "Koffie", "2,50", 'Vers; van "eigen" bonen', "Thee", "1,75", "twee\nregels"]
