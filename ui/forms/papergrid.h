// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/draft.h>
#include <domain/field.h>
#include <domain/finding.h>
#include <forms/cell.h>
#include <forms/formhouse.h>
#include <rules/sheet.h>

#include <QHash>
#include <QJsonObject>
#include <QWidget>

#include <memory>
#include <vector>

namespace huiyin {

class InlineMessage;
class PaperLabel;

/// A paper form on the screen, built from its Sheet: tinted label cells, hairlines, frameless
/// editors, the spans of the paper. On narrow windows the label–field pairs reflow to two or one a
/// row.
class PaperGrid : public QWidget
{
    Q_OBJECT

public:
    enum class Shape { Paper, TwoPairs, OnePair };

    /// \param parts  ids of the sheet's parts to show; empty = all
    PaperGrid(const FormHouse &house,
              const Sheet &sheet,
              const QStringList &parts,
              QWidget *parent = nullptr);
    /// A grid of single fields (the form of a step), two pairs a row.
    PaperGrid(const FormHouse &house,
              const QStringList &fields,
              const QStringList &required,
              QWidget *parent = nullptr);
    ~PaperGrid() override;

    [[nodiscard]] const QString &sheetKey() const { return m_sheetKey; }

    /// Fields of all editors in printed order; read-only ones left out.
    [[nodiscard]] QStringList fieldOrder() const;
    [[nodiscard]] QStringList fastPath() const;
    [[nodiscard]] QStringList requiredFields() const;

    [[nodiscard]] Cell *cell(const QString &field) const;
    [[nodiscard]] QString label(const QString &field) const;

    /// Puts the editors' values into the draft's fields and raw texts. setDraft(draft()) changes
    /// nothing.
    [[nodiscard]] ComplaintDraft draft() const;
    void setDraft(const ComplaintDraft &draft);
    void setFieldValue(const QString &field, const QJsonValue &value);

    /// The values `..` repeats.
    void setPrevious(const QJsonObject &fields) { m_previous = fields; }

    /// Words in a read-only cell (编号: 登记后生成).
    void setShown(const QString &field, const QString &text);

    /// Writes each finding under its cell; those without a cell stay to the caller. \return the
    /// findings not shown
    Findings showFindings(const Findings &findings);
    void clearFindings();
    void focusField(const QString &field);

    [[nodiscard]] Shape shape() const { return m_shape; }

    [[nodiscard]] static Shape shapeFor(int width, const QFont &font);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void edited(const QString &field); ///< the person changed a cell
    void fieldLeft(const QString &field);
    void fastPathEnded(); ///< Enter in the last cell of the fast path
    void attachRequested(const QString &field);
    void focusedField(const QString &field);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Box;
    struct Placed;
    void buildPaper(const Sheet &sheet, const QStringList &parts);
    Box &addField(const SheetCell &part, const QString &labelText, QWidget *group);
    void wire(Box &box);
    void orderTabs();
    void walk(const QString &from, Walk direction);
    void leaveDown(const QString &from);
    [[nodiscard]] Placed place(int width) const;
    [[nodiscard]] Placed placePaper(int width) const;
    [[nodiscard]] Placed placePairs(int width, int pairs) const;
    void arrange();

    FormHouse m_house;
    QString m_sheetKey;
    int m_columns = 12;
    QVector<SheetRow> m_rows;
    std::vector<std::unique_ptr<Box>> m_boxes;
    QHash<QString, int> m_boxOf; ///< field → box
    QJsonObject m_previous;
    QSet<QString> m_visited;
    QString m_focused;
    Shape m_shape = Shape::Paper;
    bool m_filling = false;
    std::unique_ptr<Placed> m_placed;
};

} // namespace huiyin
