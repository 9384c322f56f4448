// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <forms/wraprow.h>
#include <paper/sheetpainter.h>
#include <rules/documentnumber.h>
#include <window/banner.h>
#include <window/inkview.h>
#include <window/previewpage.h>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr double kZoomStep = 1.25;

} // namespace

PreviewPage *PreviewPage::ofSheet(Shell &shell,
                                  const CaseFile &caseFile,
                                  const QString &sheetId,
                                  const QString &number)
{
    return new PreviewPage(shell, caseFile, sheetId, number);
}

PreviewPage::PreviewPage(Shell &shell,
                         CaseFile caseFile,
                         const QString &sheetId,
                         const QString &number)
    : Page(shell)
    , m_case(std::move(caseFile))
    , m_said(new Banner(this))
    , m_sheet(new QComboBox(this))
    , m_number(new QComboBox(this))
    , m_copies(new QComboBox(this))
    , m_masked(new QCheckBox(tr("&Mask personal details"), this))
    , m_pages(new QLabel(this))
    , m_view(new InkView(this))
{
    const auto unit = spacingUnit(font());
    const bool chinese = shell.language == Language::Chinese;
    for (const auto &sheet : shell.desk.sheets()) {
        if (!sheet.isOfPeriod()) {
            m_sheet->addItem(QStringLiteral("%1  %2").arg(sheet.id, chinese ? sheet.zh : sheet.en),
                             sheet.id);
        }
    }
    m_sheet->setCurrentIndex(m_sheet->findData(sheetId));
    m_sheet->setAccessibleName(tr("Paper form"));
    m_number->setAccessibleName(tr("Number of the document"));
    m_copies->setAccessibleName(tr("Copies"));
    fillNumbers(number);

    auto *row = new WrapRow;
    row->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 2);
    row->setSpacing(unit * 2);
    auto *printButton =
        new QPushButton(Theme::icon(QStringLiteral("printer")), tr("Print…  Ctrl+P"), this);
    printButton->setAccessibleName(tr("Print"));
    printButton->setDefault(true);
    auto *pdfButton =
        new QPushButton(Theme::icon(QStringLiteral("file-type-pdf")), tr("PDF…"), this);
    pdfButton->setAccessibleName(tr("Save as PDF"));
    row->addWidget(printButton);
    row->addWidget(pdfButton);
    row->addSpacing(unit * 3);
    row->addWidget(m_sheet);
    row->addWidget(m_number);
    row->addWidget(m_copies);
    row->addWidget(m_masked);
    row->addStretch();
    row->addWidget(m_pages);
    const auto addZoom = [&](const QString &iconName, const QString &words, auto act) {
        auto *button = new QToolButton(this);
        button->setIcon(Theme::icon(iconName));
        button->setToolTip(words);
        button->setAccessibleName(words);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, act);
        row->addWidget(button);
    };
    addZoom(QStringLiteral("zoom-out"), tr("Smaller"), [this] { m_view->zoomBy(1 / kZoomStep); });
    addZoom(QStringLiteral("zoom-in"), tr("Larger"), [this] { m_view->zoomBy(kZoomStep); });
    addZoom(
        QStringLiteral("file-text"), tr("Whole page"), [this] { m_view->setZoom(Zoom::FitPage); });
    addZoom(QStringLiteral("columns"), tr("Fit the width"), [this] {
        m_view->setZoom(Zoom::FitWidth);
    });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_said);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(printButton, &QPushButton::clicked, this, [this] {
        perform(QStringLiteral("case.print"));
    });
    connect(
        pdfButton, &QPushButton::clicked, this, [this] { perform(QStringLiteral("file.pdf")); });
    connect(m_sheet, &QComboBox::activated, this, [this] {
        m_copies->clear();
        fillNumbers({});
        layOut();
        emit titleChanged();
    });
    connect(m_number, &QComboBox::activated, this, &PreviewPage::layOut);
    connect(m_copies, &QComboBox::activated, this, &PreviewPage::layOut);
    connect(m_masked, &QCheckBox::toggled, this, &PreviewPage::layOut);
    connect(m_view, &InkView::moved, this, &PreviewPage::showPage);
    layOut();
}

void PreviewPage::fillNumbers(const QString &number)
{
    m_number->clear();
    const auto sheet = m_shell.desk.sheets().value(m_sheet->currentData().toString());
    const auto documents = caseDocuments(m_case, m_shell.desk.regulationOf(m_case), sheet);
    m_number->addItem(tr("Present documents"), QString());
    for (auto one = documents.crbegin(); one != documents.crend(); ++one) {
        const auto end = one->number.section(QLatin1Char('-'), -1);
        m_number->addItem(one->isVoid() ? tr("%1 (void)").arg(end) : end, one->number);
    }
    m_number->setCurrentIndex(std::max(0, m_number->findData(number)));
    m_number->setVisible(documents.size() > 1);
}

void PreviewPage::layOut()
{
    const auto sheet = m_shell.desk.sheetFor(m_case, m_sheet->currentData().toString());
    if (m_copies->count() == 0) {
        m_copies->addItem(tr("One copy"), QStringList());
        if (sheet.copies.size() > 1) {
            m_copies->addItem(tr("All copies"), sheet.copies);
        }
        for (const auto &copy : sheet.copies) {
            m_copies->addItem(copy, QStringList{copy});
        }
        m_copies->setVisible(m_copies->count() > 1);
    }
    auto documents = sheetValuesOf(m_shell.desk, m_case, sheet, m_number->currentData().toString());
    for (auto &values : documents) {
        values.copies = m_copies->currentData().toStringList();
        values.printedBy = m_shell.desk.actor().name;
        values.printedAt = m_shell.desk.now();
        values.maskAll = m_masked->isChecked();
        values.language = m_shell.language;
    }
    const auto document = layOutSheets(sheet, m_shell.library->catalogue, documents);
    m_view->setDocument(document);
    m_said->dismiss();
    if (!document.findings.isEmpty()) {
        m_said->say(m_shell.sentence(document.findings.first()), Severity::Warning);
        m_said->offerDismissal();
    }
    showPage();
}

void PreviewPage::showPage()
{
    m_pages->setText(
        tr("Page %1 of %2").arg(m_view->currentPage()).arg(m_view->document().pages.size()));
}

PrintOrder PreviewPage::order() const
{
    const auto id = m_sheet->currentData().toString();
    const auto sheet = m_shell.desk.sheetFor(m_case, id);
    return {m_view->document(),
            id,
            QStringLiteral("%1_%2").arg(
                m_shell.language == Language::Chinese ? sheet.zh : sheet.en,
                m_number->currentIndex() > 0 ? m_number->currentData().toString() : m_case.caseNo),
            m_case.id};
}

QString PreviewPage::title() const
{
    return tr("Print %1 %2")
        .arg(m_sheet->currentData().toString(), m_case.caseNo.section(QLatin1Char('-'), -1));
}

QString PreviewPage::iconName() const { return QStringLiteral("printer"); }

std::optional<CommandState> PreviewPage::state(const QString &command) const
{
    if (command == QLatin1String("case.print") || command == QLatin1String("file.pdf")) {
        return CommandState{};
    }
    return std::nullopt;
}

void PreviewPage::perform(const QString &command)
{
    const PrintEnd end = [this](const std::optional<QString> &trouble, const QString &done) {
        m_said->say(trouble ? *trouble : done, trouble ? Severity::Refusal : Severity::Hint);
        m_said->offerDismissal();
    };
    if (command == QLatin1String("case.print")) {
        printWithDialog(m_shell, this, order(), end);
    } else if (command == QLatin1String("file.pdf")) {
        savePdfWithDialog(m_shell, this, order(), end);
    }
}

QList<QWidget *> PreviewPage::panes() const { return {m_sheet, m_view}; }

} // namespace huiyin
